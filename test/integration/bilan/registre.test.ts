import { expect, test } from 'vitest'
import { listerEditions } from '#db/queries/registre.ts'
import { TOTAL } from '#shared/domaine/bilan/tableau.ts'
import { unePresence, unId } from '../../fixtures/builders.ts'
import { valeur } from '../../fixtures/service.ts'
import { annee, semestre, unPoste2012 } from './poste-2012.ts'
import { attaquerRegistre, isolerParDifference, lireRegistre } from './registre-joint.ts'

const refusFlux = (entrees: number, sorties: number, modifications: number): string =>
  `publication-refusee entrees ${entrees} sorties ${sorties} modifications ${modifications}`

test('refuse une personne de plus ou de moins, une fiche corrigée, un entretien de plus ; laisse passer cinq', async () => {
  const { api, db, publier, recevoir } = await unPoste2012()
  const [partante, corrigee] = await recevoir(2)
  if (partante === undefined || corrigee === undefined) throw new Error('nobody came')
  expect(await publier(annee)).toBe('publié')

  await valeur(api.personnes.enregistrer({ ...corrigee.fiche, reponses: { sexe: 'femme' } }))
  expect(await publier(annee)).toBe(refusFlux(0, 0, 1))
  await valeur(api.personnes.enregistrer(corrigee.fiche))
  expect(await publier(annee)).toBe('publié')

  const retour = { ...corrigee.entretien, id: unId(), date: '2012-09-11', presences: [unePresence(corrigee.fiche)] }
  await valeur(api.entretiens.enregistrer(retour))
  expect(await publier(annee)).toBe(refusFlux(0, 0, 1))
  await valeur(api.entretiens.supprimer({ id: retour.id }))

  await valeur(api.entretiens.supprimer({ id: partante.entretien.id }))
  await recevoir(1)
  expect(await publier(annee)).toBe(refusFlux(1, 1, 0))
  expect(await publier({ ...annee, seuil: 11 })).toBe(refusFlux(1, 1, 0))
  expect(await publier({ ...annee, mode: 'total' })).toBe('publié')

  await valeur(api.entretiens.retablir({ id: partante.entretien.id }))
  await recevoir(4)
  expect(await publier(annee)).toBe('publié')
  expect(await listerEditions(db(), 'isc')).toHaveLength(3)
  expect(await attaquerRegistre(db(), 5)).toEqual([])
  expect(await isolerParDifference(db(), 5)).toEqual([])
})

test('un semestre puis l’année : le second semestre ne se lit pas par différence', async () => {
  const { db, publier } = await unPoste2012()
  expect([await publier(semestre), await publier(annee)]).toEqual(['publié', 'publié'])
  expect(await attaquerRegistre(db(), 5)).toEqual([])
  expect(await isolerParDifference(db(), 5)).toEqual([])
})

test('au seuil de 11 après celui de 5, refuse plutôt que de laisser un reste ; arrondit tout après avoir masqué', async () => {
  const { db, publier } = await unPoste2012()
  expect(await publier(annee)).toBe('publié')
  expect(await publier({ ...annee, seuil: 11 })).toMatch(/^publication-refusee cellules \d+$/u)
  expect(await publier({ ...annee, mode: 'arrondi' })).toBe('publié')
  expect(await attaquerRegistre(db(), 5)).toEqual([])
  const arrondies = [...(await lireRegistre(db())).values()].flatMap((editions) => {
    const cellules = editions.at(-1)?.cellules
    return (cellules?.imprimes ?? []).filter(
      (i) => cellules?.bases[i.tableau] !== undefined && !i.codes.every((c) => c === TOTAL),
    )
  })
  expect(arrondies.length).toBeGreaterThan(100)
  expect(arrondies.filter((i) => i.valeur === null || i.valeur % 5 !== 0)).toEqual([])
})

test('une personne de plus : l’arrondi est une issue, et ne dit pas qui est venu', async () => {
  const { db, publier, recevoir } = await unPoste2012()
  expect(await publier(annee)).toBe('publié')
  await recevoir(1)
  expect(await publier(annee)).toBe(refusFlux(1, 0, 0))
  expect(await publier({ ...annee, mode: 'arrondi' })).toBe('publié')
  expect(await attaquerRegistre(db(), 5)).toEqual([])
})
