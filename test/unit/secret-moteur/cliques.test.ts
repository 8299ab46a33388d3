import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { decomposer, ErreurCatalogue, toutCroiser } from '#shared/domaine/secret/moteur/cliques.ts'
import { savoirExterieur } from '#shared/domaine/secret/moteur/savoir.ts'
import { construireSysteme } from '#shared/domaine/secret/moteur/systeme.ts'
import { croiser, type Univers } from '#shared/domaine/secret/moteur/univers.ts'
import { lire, trouver } from '../../fixtures/secret/problemes.ts'

const dimensions = (...tailles: readonly number[]) => tailles.map((feuilles) => ({ feuilles, groupes: [] }))

const catalogue = (tailles: readonly number[], tableaux: readonly (readonly number[])[]): Univers => ({
  dimensions: dimensions(...tailles),
  tableaux: tableaux.map((t) => croiser(dimensions(...tailles), t)),
  profils: [],
  impossibles: [],
  multiples: [],
})

test('tient T2light en deux cliques, 114 inconnues au lieu de 504', () => {
  expect(lire('synthetic-T2light-323').systeme.nbVariables).toBe(114)
  expect(lire('synthetic-T2-323').systeme.nbVariables).toBe(504)
  expect(lire('synthetic-T1-323').systeme.nbVariables).toBe(3 + 2 + 7 + 12)
})

test('ajoute une corde aux cycles de quatre, et accorde les voisines sur ce qu’elles partagent', () => {
  const { cliques, separateurs } = decomposer(
    catalogue(
      [2, 3, 2, 3],
      [
        [0, 1],
        [1, 2],
        [2, 3],
        [0, 3],
      ],
    ),
  )
  expect(cliques).toHaveLength(2)
  expect(cliques.every((c) => c.length === 3)).toBe(true)
  expect(separateurs).toHaveLength(1)
  expect(separateurs[0]?.dimensions).toHaveLength(2)
})

test('relie des tableaux sans rien de commun par le seul total', () => {
  const { cliques, separateurs } = decomposer(catalogue([2, 3, 2], [[0], [1], [2]]))
  expect(cliques).toHaveLength(3)
  expect(separateurs.map((s) => s.dimensions)).toEqual([[], []])
})

test('refuse un catalogue trop croisé, et nomme le croisement à retirer', () => {
  const trop = catalogue(
    [3, 10, 10, 40],
    [
      [0, 1],
      [0, 2],
      [0, 3],
      [1, 2],
      [2, 3],
    ],
  )
  expect(refusDe(trop)).toBeInstanceOf(ErreurCatalogue)
  expect(refusDe(trop)).toMatchObject({ croisement: [2, 3], taille: 3 * 10 * 10 + 3 * 10 * 40 })
})

const refusDe = (univers: Univers): unknown => {
  try {
    return decomposer(univers, 1300)
  } catch (erreur) {
    return erreur
  }
}

test('donne les mêmes intervalles que le croisement complet', () => {
  const taille = fc.integer({ min: 1, max: 3 })
  const cas = fc.record({
    tailles: fc.tuple(taille, taille, taille, taille),
    tableaux: fc.uniqueArray(fc.subarray([0, 1, 2, 3], { minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 4,
      selector: (t) => t.join(','),
    }),
    personnes: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat()), { minLength: 1, maxLength: 20 }),
    masque: fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }),
  })
  fc.assert(
    fc.property(cas, ({ tailles, tableaux, personnes, masque }) => {
      const univers: Univers = {
        ...catalogue(tailles, tableaux),
        profils: personnes.map((p) => ({ feuilles: p.map((f, d) => f % (tailles[d] ?? 1)), effectif: 1 })),
      }
      const [parCliques, croise] = [construireSysteme(univers), construireSysteme(univers, toutCroiser(univers))]
      expect(parCliques.places).toEqual(croise.places)
      expect(parCliques.valeurs).toEqual(croise.valeurs)
      const masquees = new Set(croise.valeurs.flatMap((_, c) => (masque[c % masque.length] === true ? [c] : [])))
      const [court, long] = [parCliques, croise].map((s) => trouver(s, savoirExterieur(s.valeurs, masquees), masquees))
      expect(court).toEqual(long)
    }),
    { numRuns: 60, seed: 5 },
  )
})
