import { expect, test } from 'vitest'
import { arrondirTableaux, baseDe, sontTrahies } from '#shared/domaine/secret/moteur/arrondi.ts'
import { savoirArrondi } from '#shared/domaine/secret/moteur/savoir.ts'
import { exactes, lire, probleme, solveur, trouver } from '../../fixtures/secret/problemes.ts'

test.each([
  ['handbook-rounding', 5],
  ['synthetic-T1-323', 5],
  ['synthetic-T2light-323', 5],
  ['synthetic-T2light-323', 11],
  ['synthetic-T2-323', 5],
  ['synthetic-T3-323', 5],
] as const)('arrondit %s au seuil de %i : les sommes sont justes, rien n’est retrouvé', (id, seuil) => {
  const table = lire(id)
  const { valeurs, additions } = table.systeme
  const base = baseDe(seuil)
  const debut = performance.now()
  const arrondies = arrondirTableaux(solveur, table.systeme, base)
  expect(performance.now() - debut).toBeLessThan(5000)
  for (const { total, parties } of additions)
    expect(parties.reduce((somme, p) => somme + (arrondies[p] ?? 0), 0)).toBe(arrondies[total])
  for (const [c, arrondie] of arrondies.entries()) {
    expect(arrondie % base).toBe(0)
    expect(Math.abs(arrondie - (valeurs[c] ?? 0))).toBeLessThan(base)
  }
  const multiples = valeurs.flatMap((v, c) => (v % base === 0 ? [c] : []))
  expect(multiples.map((c) => arrondies[c])).toEqual(multiples.map((c) => valeurs[c]))
  const { primaires } = probleme(table, { seuil })
  const trouves = trouver(table.systeme, savoirArrondi(arrondies, base), primaires)
  expect(exactes(trouves)).toEqual([])
  expect([...trouves.values()].filter((i) => sontTrahies(seuil, i))).toEqual([])
  for (const [c, [bas, haut]] of trouves) expect(bas <= (valeurs[c] ?? 0) && (valeurs[c] ?? 0) <= haut).toBe(true)
})

test('garde un arrondi déjà publié tant qu’il convient encore', () => {
  const avant = lire('synthetic-T2light-323').systeme
  const premier = arrondirTableaux(solveur, avant, 5)
  const publies = new Map(premier.entries())
  expect(arrondirTableaux(solveur, avant, 5, publies)).toEqual(premier)
})
