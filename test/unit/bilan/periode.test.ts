import { expect, test } from 'vitest'
import { anneeDe, nomDePeriode, reculer, tientEnUnAn } from '#shared/domaine/bilan/periode.ts'

test('recule aux mêmes jours, sans perdre de 29 février', () => {
  expect(reculer({ du: '2012-01-01', au: '2012-12-31' }, 1)).toEqual({ du: '2011-01-01', au: '2011-12-31' })
  expect(reculer({ du: '2012-03-15', au: '2012-06-14' }, 2)).toEqual({ du: '2010-03-15', au: '2010-06-14' })
  expect(reculer({ du: '2013-02-01', au: '2013-02-28' }, 1)).toEqual({ du: '2012-02-01', au: '2012-02-29' })
  expect(reculer({ du: '2012-02-29', au: '2012-02-29' }, 1)).toEqual({ du: '2011-02-28', au: '2011-02-28' })
})

test('ne compare pas une période plus longue qu’un an', () => {
  expect(tientEnUnAn({ du: '2012-01-01', au: '2012-12-31' })).toBe(true)
  expect(tientEnUnAn({ du: '2011-07-01', au: '2012-06-30' })).toBe(true)
  expect(tientEnUnAn({ du: '2012-01-01', au: '2013-01-01' })).toBe(false)
})

test('se nomme d’après l’année civile, sinon d’après ses jours', () => {
  expect(nomDePeriode({ du: '2012-01-01', au: '2012-12-31' })).toBe('2012')
  expect(nomDePeriode({ du: '2012-01-01', au: '2012-06-30' })).toBe('du 01/01/2012 au 30/06/2012')
  expect(anneeDe({ du: '2011-07-01', au: '2012-06-30' })).toBe(2012)
})
