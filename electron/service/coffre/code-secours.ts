import { createHash, randomBytes } from 'node:crypto'

/** Crockford's base 32: no I, L, O, U, so that nothing is read for something else. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const longueur = 27

/** 135 random bits and a control character, in seven groups of four: « 7K2M-… ». */
export const creerCodeSecours = (): string => {
  const tire = tirer(longueur)
  return parGroupes(tire + controle(tire))
}

/** 120 random bits in six groups of four, for a document that leaves the coffre encrypted. */
export const creerMotDePasse = (): string => parGroupes(tirer(24))

/** The code as typed back → as made, without dashes; nothing when a character is missing or the control is wrong. */
export const lireCodeSecours = (saisi: string): string | undefined => {
  const code = saisi
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/gu, '1')
  if (code.length !== longueur + 1 || !/^[0-9A-HJKMNP-TV-Z]+$/u.test(code)) return undefined
  return code.endsWith(controle(code.slice(0, -1))) ? code : undefined
}

const tirer = (combien: number): string =>
  Array.from(randomBytes(combien), (octet) => alphabet.charAt(octet & 31)).join('')

const parGroupes = (code: string): string => code.replaceAll(/(.{4})(?=.)/gu, '$1-')

const controle = (code: string): string => alphabet.charAt((createHash('sha256').update(code).digest()[0] ?? 0) & 31)
