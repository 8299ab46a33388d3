import { expect, test } from 'vitest'
import { ecrireDate, lireDate, lireNaissance } from '#ui/lire-date.ts'

const aujourdhui = '2026-11-22'

test.each([
  ['9/3/2012', '2012-03-09'],
  ['09032012', '2012-03-09'],
  ['9.3.12', '2012-03-09'],
  ['9/3', '2026-03-09'],
  ['2012-03-09', '2012-03-09'],
  ['+7', '2026-11-29'],
  ['-1', '2026-11-21'],
  [' 29/02/2024 ', '2024-02-29'],
  ['1/1/98', '1998-01-01'],
])('« %s » se lit %s', (tape, lu) => expect(lireDate(tape, aujourdhui)).toBe(lu))

test.each(['', '31/02/2024', '29/02/2025', '1/13/2024', 'mardi', '2012', '12/2012', '+', '1//2'])(
  '« %s » n’est pas une date',
  (tape) => expect(lireDate(tape, aujourdhui)).toBeUndefined(),
)

test.each([
  ['1984', '1984'],
  ['5/4/1990', '1990-04-05'],
  ['5/4/27', '1927-04-05'],
])('la naissance « %s » se lit %s', (tape, lu) => expect(lireNaissance(tape, aujourdhui)).toBe(lu))

test.each(['+7', '84', '3/1990', '1/1/1850'])('« %s » n’est pas une naissance', (tape) =>
  expect(lireNaissance(tape, aujourdhui)).toBeUndefined(),
)

test('une date écrite se relit', () => expect(lireDate(ecrireDate('2012-03-09'), aujourdhui)).toBe('2012-03-09'))
