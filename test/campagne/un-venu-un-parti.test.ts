import { expect, test } from 'vitest'
import type { Recensement } from '#shared/domaine/bilan/recensement.ts'
import { posees } from '#shared/domaine/secret/moteur/poser.ts'
import { type Ancienne, direValeur, poserRecensement } from '#shared/domaine/secret/poser-recensement.ts'
import { lirePersonnes, trouver } from '../fixtures/secret/problemes.ts'
import { attaquer, publier } from '../fixtures/secret/publications.ts'
import { unRecensement } from '../fixtures/secret/recensements.ts'

const { dims, personnes } = lirePersonnes('synthetic-T1-323')
const questions = dims.map((d) => ({ id: d.name, feuilles: d.leaves }))
const paires = questions.flatMap((a, i) => questions.slice(i + 1).map((b) => [a.id, b.id]))

/** The six crossings of the study (T2), of all but one person. */
const sans = (absent: number): Recensement =>
  unRecensement(
    questions,
    paires,
    personnes.filter((_, i) => i !== absent),
  )

/**
 * Both editions held, and nothing else: of each answer and each pair of answers of the one who came and of the one who
 * left (20 cells), how many are found exactly. That one came and one left is known: the totals are equal.
 */
const retrouver = (avant: Ancienne, apres: Ancienne) => {
  const mode = Object.keys(apres.bases).length > 0 ? 'arrondi' : 'masquage'
  const { tache, adresses } = poserRecensement(apres.recensement, [avant], { seuil: 5, mode, budget: 0 })
  const valeurs = new Map(apres.imprimes.map((i) => [`${i.tableau} ${i.codes.join(' ')}`, i.valeur]))
  const lues = adresses.map(({ place, tableau, codes }) => {
    const valeur = valeurs.get(`${tableau} ${codes.join(' ')}`) ?? null
    return { place, dit: valeur === null ? null : direValeur(valeur, apres.bases[tableau] ?? 1, codes) }
  })
  const { probleme, savoirDe } = posees(tache)
  const { systeme } = probleme
  const seuls = [0, 1, 2]
    .map((presence) => systeme.variablesEn(new Map([[tache.releases ?? -1, [presence]]])))
    .filter((variables) => variables.reduce((n, v) => n + (systeme.variables[v] ?? 0), 0) === 1)
  const [cibles, trouvees] = [new Set<number>(), new Set<number>()]
  for (const variables of seuls) {
    const dedans = new Set(variables)
    for (const [c, siennes] of systeme.cellules.entries())
      if (systeme.valeurs[c] === 1 && siennes.every((v) => dedans.has(v))) cibles.add(c)
  }
  const structure = { ...systeme, cellules: [...systeme.cellules, ...seuls] }
  const savoir = [...savoirDe([...tache.dites, ...lues]), ...seuls.map(() => [1, 1] as const)]
  for (const [c, [bas, haut]] of trouver(structure, savoir, cibles)) if (bas === haut) trouvees.add(c)
  return { cibles: cibles.size, exactes: trouvees.size }
}

test('une personne venue, une partie : deux éditions sûres chacune donnent leurs 20 croisements, arrondies aucun', () => {
  const [avant, apres] = [publier(sans(10)), publier(sans(200))]
  expect([attaquer(avant), attaquer(apres)]).toEqual([[], []])
  expect(retrouver(avant, apres)).toEqual({ cibles: 20, exactes: 20 })
  const [ronde, suivante] = [publier(sans(10), [], arrondi), publier(sans(200), [], arrondi)]
  expect(retrouver(ronde, suivante)).toEqual({ cibles: 20, exactes: 0 })
})

const arrondi = { mode: 'arrondi' } as const
