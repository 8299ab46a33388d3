import { expect, test } from 'vitest'
import {
  compte,
  dateLongue,
  euros,
  evolutionFrancaise,
  nombreCourt,
  nombreFrancais,
  pourcentage,
  typographier,
} from '#electron/service/export/nombres.ts'

test('écrit les nombres à la française', () => {
  expect(nombreFrancais(1_234_567)).toBe('1\u202F234\u202F567')
  expect(nombreFrancais(-3)).toBe('−3')
  expect(nombreFrancais(-0.04, 1)).toBe('0,0')
  expect(pourcentage(26)).toBe('26,0\u00A0%')
  expect([evolutionFrancaise(14.95), evolutionFrancaise(-6.4), evolutionFrancaise(0.01)]).toEqual([
    '+14,9\u00A0%',
    '−6,4\u00A0%',
    '0,0\u00A0%',
  ])
  expect([nombreCourt(12), nombreCourt(2.7), nombreCourt(0.25)]).toEqual(['12', '2,7', '0,25'])
  expect([euros(40_000), euros(1234.5)]).toEqual(['40\u202F000\u00A0€', '1\u202F234,50\u00A0€'])
  expect([compte(1, 'personnes'), compte(0, 'suivis'), compte(323, 'personnes')]).toEqual([
    '1\u00A0personne',
    '0\u00A0suivi',
    '323\u00A0personnes',
  ])
})

test('écrit les dates en toutes lettres et rend insécables les espaces de la ponctuation', () => {
  expect([dateLongue('2012-01-01'), dateLongue('2012-12-31')]).toEqual(['1er\u00A0janvier 2012', '31 décembre 2012'])
  expect(typographier('Ceci : « oui » ?')).toBe('Ceci\u00A0: «\u00A0oui\u00A0»\u00A0?')
})
