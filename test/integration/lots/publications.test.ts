import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { lirePublications, sommerCellules } from '#db/consolidation/lots.ts'
import { attendreLot, listerPostesSuivis } from '#db/consolidation/postes.ts'
import { ecrireDemonstration } from '#db/queries/demonstration.ts'
import { publicationsEnRapport } from '#db/queries/registre.ts'
import { grilleDesLots } from '#electron/service/lots/postes-suivis.ts'
import { genererDemonstration } from '#shared/domaine/demo/generer.ts'
import { uneBase } from '../../fixtures/base.ts'
import { annee, unPoste2012 } from '../bilan/poste-2012.ts'
import { maintenant, unLot, unPoste, uneCoordination } from './aide.ts'

const annee2012 = { dispositif: 'isc', du: '2012-01-01', au: '2012-12-31' } as const

test('un lot porte ce que le poste a publié, case par case, et personne de ce qui y était compté', async () => {
  const { db, publier } = await unPoste2012()
  expect([await publier(annee), await publier({ ...annee, mode: 'total' })]).toEqual(['publié', 'publié'])
  const { cle, base, recevoir } = await uneCoordination()
  const { lot, octets } = await unLot(db(), cle.publique, annee2012)
  expect(await recevoir(octets)).toMatchObject({ etat: 'recu' })

  const inscrites = await publicationsEnRapport(db(), 'isc', annee2012)
  const recues = await lirePublications(base, annee2012)
  expect(
    recues.map(({ publication: p }) => [
      p.edition,
      p.unite,
      p.total,
      p.tableaux.flatMap((t) => t.cellules.map((c) => c.valeur)),
    ]),
  ).toEqual(
    inscrites.map((p) => [
      p.edition.id,
      p.unite,
      p.cellules.total,
      // As printed: once each, whatever the times the engine told it.
      p.recensement.tableaux.flatMap((t) => [
        ...new Map(
          p.cellules.imprimes.filter((i) => i.tableau === t.id).map((i) => [i.codes.join(' '), i.valeur]),
        ).values(),
      ]),
    ]),
  )
  expect(inscrites.some((p) => p.cellules.imprimes.some((i) => i.valeur === null))).toBe(true)
  const texte = JSON.stringify(lot)
  for (const { id, personnes } of inscrites.flatMap((p) => p.recensement.unites))
    expect([id, ...personnes].some((cache) => texte.includes(cache))).toBe(false)
  expect(
    (await sommerCellules(base, annee2012)).find((c) => c.tableau === 'sexe' && c.codes[0] === 'total')?.valeur,
  ).toBe(323)
})

test('les lots du correspondant ville-prison et de l’intervenant d’une démonstration s’additionnent juste et sont reçus', async () => {
  const db = await uneBase()
  await ecrireDemonstration(db, genererDemonstration('2026-02-01'), maintenant, () => undefined)
  const { cle, recevoir } = await uneCoordination()
  for (const dispositif of ['isc', 'cvp'] as const) {
    const { lot, octets } = await unLot(db, cle.publique, { dispositif })
    expect(lot.tableaux[0]?.base).toBeGreaterThan(0)
    expect(await recevoir(octets)).toMatchObject({ etat: 'recu' })
  }
})

test('un poste attendu sous le nom qu’il porte est reconnu à son premier lot, et sort du retard', async () => {
  const { base, cle, recevoir } = await uneCoordination()
  const attendu = {
    posteId: randomUUID(),
    nom: 'aubervilliers',
    dispositif: 'isc',
    annee: 2025,
    pourLe: '2026-01-15',
  } as const
  await attendreLot(base, attendu, maintenant)
  const etats = async () => (await grilleDesLots(base, 'isc', maintenant)).lignes.map((l) => [l.nom, l.cases[0]?.etat])
  expect(await etats()).toEqual([['aubervilliers', 'en-retard']])
  await recevoir((await unLot(await unPoste('Aubervilliers', 5), cle.publique)).octets)
  expect(await etats()).toEqual([['aubervilliers', 'recu']])
  expect(await listerPostesSuivis(base)).toHaveLength(1)
})
