import { expect, test } from 'vitest'
import { controler, masquerVite, proteger } from '#shared/domaine/secret/moteur/proteger.ts'
import { coutDe, demandesDe } from '#shared/domaine/secret/moteur/regle.ts'
import { savoirEtiquete, savoirExterieur } from '#shared/domaine/secret/moteur/savoir.ts'
import { dans, exactes, lire, petitesProuvees, probleme, solveur, trouver } from '../fixtures/secret/problemes.ts'

const optimums = [
  ['synthetic-T3-323', 'exact', 403],
  ['synthetic-T3-323', 'intervalle', 623],
  ['synthetic-T3-1000', 'exact', 779],
  ['synthetic-T3-1000', 'intervalle', 1087],
] as const

test.each(optimums)(
  '%s, exigence %s : l’optimum est %i, démontré, l’heuristique à 7 pour cent',
  (id, exigence, optimum) => {
    const pose = probleme(lire(id), { exigence, inities: 'signales' })
    const { cout, optimal, audit } = proteger(solveur, pose, dans(600))
    expect([cout, optimal, audit.exposees]).toEqual([optimum, true, []])
    const { secondaires } = masquerVite(solveur, pose, demandesDe(pose))
    expect(coutDe(pose, secondaires)).toBeLessThanOrEqual(optimum * 1.07)
    expect(controler(solveur, pose, new Set([...pose.primaires, ...secondaires])).exposees).toEqual([])
  },
)

test('détecte les pratiques naïves sur les quatre tableaux à trois dimensions', () => {
  const { systeme } = lire('synthetic-T3-323')
  const pose = probleme(lire('synthetic-T3-323'))
  const { primaires } = pose
  expect([systeme.valeurs.length, primaires.size]).toEqual([744, 296])
  const etiquetees = trouver(systeme, savoirEtiquete(systeme.valeurs, primaires, primaires, 5), primaires)
  expect([exactes(etiquetees).length, petitesProuvees(etiquetees).length]).toEqual([264, 296])
  const nues = trouver(systeme, savoirExterieur(systeme.valeurs, primaires), primaires)
  expect([exactes(nues).length, petitesProuvees(nues).length]).toEqual([92, 118])
  // A safe pattern betrayed by its labels; how many cells depends on which of the cheapest patterns was found.
  const { secondaires } = proteger(solveur, pose, dans(600))
  const masquees = new Set([...primaires, ...secondaires])
  const trahies = trouver(systeme, savoirEtiquete(systeme.valeurs, masquees, primaires, 5), primaires)
  expect(petitesProuvees(trahies)).toHaveLength(296)
  expect(exactes(trahies).length).toBeGreaterThanOrEqual(78)
})

test('trouve les mêmes 140 bornes en nombres entiers', () => {
  const { systeme } = lire('synthetic-T2-323')
  const { primaires } = probleme(lire('synthetic-T2-323'))
  const savoir = savoirExterieur(systeme.valeurs, primaires)
  expect(primaires.size * 2).toBe(140)
  expect(trouver(systeme, savoir, primaires, true)).toEqual(trouver(systeme, savoir, primaires))
})
