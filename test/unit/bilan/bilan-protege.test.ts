import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { Bilan } from '#shared/domaine/bilan/bilan.ts'
import { TOTAL } from '#shared/domaine/bilan/tableau.ts'
import type { Faits } from '#shared/domaine/bilan/faits.ts'
import { desFaits } from './faits.ts'
import { unBilan } from './un-bilan.ts'

const parmi = (...valeurs: string[]) => fc.constantFrom(...valeurs)

/** A year or two of a post, of any shape: some come back, some change place, role or commune. */
const faits: fc.Arbitrary<Faits> = fc
  .array(
    fc.record({
      qui: fc.integer({ min: 0, max: 40 }).map((n) => `p${n}`),
      le: parmi('2011-05-02', '2012-02-03', '2012-02-03', '2012-09-10', '2012-09-10'),
      role: parmi('victime', 'victime', 'hors-champ-penal', 'mis-en-cause', 'non-renseigne'),
      commune: parmi('Aubervilliers', 'Pantin', 'Dugny', ''),
      entretien: fc.record({
        lieu: parmi('commissariat', 'mairie'),
        modalite: parmi('telephone', 'presentiel', 'presentiel'),
      }),
      destinations: fc.subarray(['ccas', 'cidff', '115']),
    }),
    { maxLength: 120 },
  )
  .chain((venues) =>
    fc.record({
      venues: fc.constant(venues),
      naissances: fc.array(parmi('1950', '1980-03-04', '2001-07-08', ''), { minLength: 41, maxLength: 41 }),
    }),
  )
  .map(({ venues, naissances }) =>
    desFaits(
      venues,
      Object.fromEntries(naissances.map((n, i) => [`p${i}`, { naissance: n === '' ? null : n, reponses: {} }])),
    ),
  )

const essais = { numRuns: 5 }

test('a toujours la forme publiée, sans un nombre sous le seuil', () => {
  fc.assert(
    fc.property(faits, (f) => {
      const bilan = unBilan(f)
      expect(Bilan.parse(structuredClone(bilan))).toEqual(bilan)
      const tables = [...bilan.tableaux, ...bilan.tableaux.flatMap((t) => t.precedents)]
      const cellules = tables.flatMap((t) => t.cellules)
      for (const { etat, valeur, part } of cellules) {
        expect(etat === 'publie').toBe(valeur !== undefined)
        expect(valeur === undefined || valeur === 0 || valeur >= 5).toBe(true)
        expect(valeur !== undefined || part === undefined).toBe(true)
      }
    }),
    essais,
  )
})

test('n’a qu’un symbole pour toutes les cases masquées', () => {
  fc.assert(
    fc.property(faits, (f) => {
      const etats = new Set(unBilan(f).tableaux.flatMap((t) => t.cellules.map((c) => c.etat)))
      expect(etats.size).toBeLessThanOrEqual(2)
    }),
    essais,
  )
})

test('dit partout le même total pour une même unité', () => {
  fc.assert(
    fc.property(faits, (f) => {
      const bilan = unBilan(f)
      for (const unite of ['personnes', 'suivis', 'entretiens', 'orientations', 'saisines'] as const) {
        const cellules = bilan.tableaux.filter((t) => t.unite === unite).flatMap((t) => t.cellules)
        const totaux = cellules.filter((c) => c.modalites.every((m) => m === TOTAL)).map((c) => c.valeur)
        expect(new Set(totaux).size).toBe(1)
        expect(bilan.indicateurs[unite]).toBe(totaux[0])
      }
    }),
    essais,
  )
})

test('ne dépend pas de l’ordre des faits, ni du nombre de fois qu’il est fait', () => {
  fc.assert(
    fc.property(faits, (f) => {
      const bilan = unBilan(f)
      const renverses: Faits = {
        ...f,
        entretiens: f.entretiens.toReversed(),
        presences: f.presences.toReversed(),
        orientations: f.orientations.toReversed(),
        suivis: f.suivis.toReversed(),
        participations: f.participations.toReversed(),
        personnes: f.personnes.toReversed(),
      }
      expect(unBilan(renverses)).toEqual(bilan)
      expect(unBilan(f)).toEqual(bilan)
    }),
    essais,
  )
})
