import { expect, test } from 'vitest'
import { part, quotient, sommeDesParts } from '#shared/domaine/bilan/pourcentages.ts'

test('arrondit chaque part pour elle-même', () => {
  expect([84, 44, 195].map((n) => part(n, 323))).toEqual([26, 13.6, 60.4])
  expect([1, 1, 1].map((n) => part(n, 3))).toEqual([33.3, 33.3, 33.3])
  expect(part(0, 0)).toBeUndefined()
})

test('additionne les parts affichées sans bruit binaire', () => {
  expect(sommeDesParts([33.3, 33.3, 33.3])).toBe(99.9)
  expect(sommeDesParts([0.1, 0.2, 99.7])).toBe(100)
})

test('ne calcule rien sur un nombre masqué ou une base nulle', () => {
  expect(quotient(572, 323)).toBe(1.8)
  expect([quotient(null, 3), quotient(3, null)]).toEqual([null, null])
  expect([quotient(3, 0), quotient(null, 0), quotient(3, undefined)]).toEqual([undefined, undefined, undefined])
})
