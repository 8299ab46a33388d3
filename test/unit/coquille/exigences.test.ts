import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const document = readFileSync('docs/securite.md', 'utf8')

/** « R1 », « DP-01 » → the tests that its row names. */
const rangees = new Map(
  [...document.matchAll(/^\| (R\d+|DP-\d\d) [^|]*\|([^|]*)\|([^|]*)\|$/gmu)].map(([, code = '', , tests = '']) => [
    code,
    [...tests.matchAll(/`([^`]+)`/gu)].map(([, fichier = '']) => fichier),
  ]),
)

test('chaque exigence R1 à R20 et DP-01 à DP-20 a sa ligne', () => {
  const vingt = Array.from({ length: 20 }, (_, i) => i + 1)
  const attendues = [...vingt.map((n) => `R${n}`), ...vingt.map((n) => `DP-${String(n).padStart(2, '0')}`)]
  expect([...rangees.keys()]).toEqual(attendues)
})

test.each([...rangees])('%s nomme un test qui existe', (_code, tests) => {
  expect(tests.length).toBeGreaterThan(0)
  expect(tests.filter((fichier) => !existsSync(fichier))).toEqual([])
})

test('tout autre test que le document nomme existe aussi', () => {
  const nommes = [...document.matchAll(/`(test\/[^`]+\.test\.ts)`/gu)].map(([, fichier = '']) => fichier)
  expect(nommes.length).toBeGreaterThan(40)
  expect(nommes.filter((fichier) => !existsSync(fichier))).toEqual([])
})
