import { expect, test } from 'vitest'
import { type Consolidation, consolidationDe } from '#db/consolidation/base.ts'
import {
  lireChiffres,
  lireEntetes,
  lirePublications,
  lireSections,
  lotsEnVigueur,
  sommerCellules,
} from '#db/consolidation/lots.ts'
import { listerPostesSuivis } from '#db/consolidation/postes.ts'
import { cleDeReception } from '#electron/service/lots/cles.ts'
import { faireLot } from '#electron/service/lots/faire.ts'
import { recevoirLot } from '#electron/service/lots/recevoir.ts'
import type { Lot } from '#shared/domaine/lot/lot.ts'
import { uneBase } from '../../fixtures/base.ts'
import { ouvrirSur } from '../../fixtures/deux-bases.ts'
import { desPostes, maintenant } from '../../fixtures/postes-inventes.ts'

const partagee = ouvrirSur('postgres')
const annees = [2023, 2024, 2025]
const dispositifs = ['isc', 'cvp'] as const

test(
  'douze postes de deux métiers sur trois ans donnent le même cube dans un coffre et sur un serveur',
  { timeout: 300_000 },
  async () => {
    const coffre = await uneBase()
    const cle = await cleDeReception(coffre, maintenant)
    const local = consolidationDe(coffre)
    const serveur = (await partagee?.()) ?? local
    const lots: Lot[] = []
    for (const { db } of await desPostes(12, 0.05))
      for (const dispositif of dispositifs)
        for (const annee of annees) {
          const periode = { dispositif, du: `${annee}-01-01`, au: `${annee}-12-31` }
          const { lot, octets } = await faireLot(
            db,
            { ...periode, avecSections: true, destinataire: cle.publique },
            maintenant,
          )
          lots.push(lot)
          for (const base of [local, serveur])
            expect(await recevoirLot(base, octets, cle, maintenant)).toMatchObject({ etat: 'recu' })
        }
    expect(serveur).not.toBe(local)
    expect(lots).toHaveLength(72)

    for (const dispositif of dispositifs)
      for (const annee of annees) {
        const filtre = { dispositif, du: `${annee}-01-01`, au: `${annee}-12-31` }
        const cube = await sommerCellules(local, filtre)
        expect(await sommerCellules(serveur, filtre)).toEqual(cube)
        expect(new Map(cube.map(({ tableau, codes, ...c }) => [`${tableau} ${codes.join(' ')}`, c]))).toEqual(
          sommer(lots.filter((l) => l.dispositif === dispositif && l.du === filtre.du)),
        )
        // A post has an id of its own in each base; everything else is the same.
        for (const lire of [lireEntetes, lireSections, lirePublications, lireChiffres])
          expect(sansPoste(await lire(serveur, filtre))).toEqual(sansPoste(await lire(local, filtre)))
      }
    for (const lire of [listerPostesSuivis, (b: Consolidation) => lotsEnVigueur(b, 'isc')])
      expect(sansPoste(await lire(serveur))).toEqual(sansPoste(await lire(local)))
  },
)

/** The same sum, from the lots themselves. */
const sommer = (lots: readonly Lot[]) => {
  const cellules = lots.flatMap((l) => l.tableaux.flatMap((t) => t.cellules.map((c) => ({ tableau: t.id, ...c }))))
  const groupes = Map.groupBy(cellules, (c) => `${c.tableau} ${c.codes.join(' ')}`)
  return new Map(
    [...groupes].map(([place, siennes]) => [
      place,
      {
        valeur: siennes.reduce((n, c) => n + c.valeur, 0),
        personnes: siennes.reduce((n, c) => n + c.personnes, 0),
        postes: siennes.length,
      },
    ]),
  )
}

const sansPoste = (lignes: readonly object[]) =>
  lignes
    .map((l) => JSON.stringify(l, (nom, valeur: unknown) => (nom === 'posteId' || nom === 'id' ? undefined : valeur)))
    .toSorted()
