import { expect, test } from 'vitest'
import { creerCodeSecours, lireCodeSecours } from '#electron/service/coffre/code-secours.ts'

test('donne sept groupes de quatre caractères, jamais deux fois les mêmes', () => {
  const codes = Array.from({ length: 200 }, creerCodeSecours)
  for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/u)
  expect(new Set(codes).size).toBe(200)
})

test('se relit quelles que soient la casse, les espaces et les tirets', () => {
  const code = creerCodeSecours()
  const lu = code.replaceAll('-', '')
  for (const saisi of [code, code.toLowerCase(), ` ${lu} `, code.replaceAll('-', ' '), code.replaceAll('-', '–\t')])
    expect(lireCodeSecours(saisi)).toBe(lu)
})

test('prend O pour zéro, I et L pour un', () => {
  const code = Array.from({ length: 2000 }, creerCodeSecours).find((tire) => /0/u.test(tire) && /1/u.test(tire)) ?? ''
  expect(code).not.toBe('')
  const lu = code.replaceAll('-', '')
  expect(lireCodeSecours(code.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(lu)
  expect(lireCodeSecours(code.replaceAll('0', 'O').replaceAll('1', 'I'))).toBe(lu)
})

test('voit presque toutes les fautes de frappe sans rien essayer', () => {
  let vues = 0
  for (let tour = 0; tour < 300; tour += 1) {
    const lu = creerCodeSecours().replaceAll('-', '')
    const rang = tour % lu.length
    const autre = lu[rang] === 'A' ? 'B' : 'A'
    if (lireCodeSecours(lu.slice(0, rang) + autre + lu.slice(rang + 1)) === undefined) vues += 1
  }
  expect(vues).toBeGreaterThan(270)
})

test.each([[''], ['7K2M'], ['é'.repeat(28)], ['U'.repeat(28)], ['0'.repeat(29)]])('refuse « %s »', (saisi) => {
  expect(lireCodeSecours(saisi)).toBeUndefined()
})
