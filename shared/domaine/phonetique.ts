import { normaliser } from '../utils/texte.ts'

/**
 * How a French ear hears a name, whatever its spaces, accents and silent letters: « Lefèvre » and « Lefebvre », « Kadija » and
 * « Khadidja » have one key. Endings that are heard stay apart: « Martin » is not « Martine ».
 */
export const phonetique = (nom: string): string =>
  sons.reduce((lu, [ecrit, entendu]) => lu.replaceAll(ecrit, entendu), normaliser(nom).replaceAll(/[^a-z]/g, ''))

/** Key of persons who sound alike: both names as heard, even exchanged. */
export const clePhonetique = (personne: { readonly nom: string; readonly prenom: string }): string =>
  [personne.nom, personne.prenom].map(phonetique).toSorted().join('|')

/** Each name as heard, word by word and in one piece, a space before and after each: what a search by ear reads. */
export const texteEntendu = (personne: { readonly nom: string; readonly prenom: string }): string => {
  const mots = [personne.nom, personne.prenom].flatMap((nom) => normaliser(nom).split(' ').concat(nom))
  return ` ${[...new Set(mots.map(phonetique))].filter((mot) => mot !== '').join(' ')} `
}

/** In order. Capitals and figures are sounds that a later line leaves alone: `C` of « chat », 1 `an`, 2 `in`, 3 `on`, `_` a mute end. */
const sons: readonly (readonly [ecrit: RegExp, entendu: string])[] = [
  // Consonants written with several letters, and those of Arabic, Wolof or Bambara as clerks write them.
  [/ph/g, 'f'],
  [/ch(?=[rl])/g, 'k'],
  [/t?(?:sch|ch|sh)/g, 'C'],
  [/dj/g, 'j'],
  [/h/g, ''],
  [/(?<=n)cois(?=e?$)/g, 'sois'],
  [/esq/g, 'eq'],
  [/cqu?|qu?|ck/g, 'k'],
  [/sc(?=[eiy])|c(?=[eiy])/g, 's'],
  [/nc$/g, 'n'],
  [/c/g, 'k'],
  [/ge(?=[ao])|g(?=[eiy])/g, 'j'],
  [/gu(?=[eiy])/g, 'g'],
  [/gn/g, 'n'],
  [/bv/g, 'v'],
  [/x(?!$)/g, 'ks'],
  // Ends that are not heard.
  [/(?<=[ao]u)l[tdx]s?$/g, ''],
  [/(?<=..)e+[sz]?$/g, '_'],
  [/(?<=..)[tdsxz]+$/g, ''],
  [/(.)\1$/g, '$1'],
  // Vowels, the nasal ones first.
  [/ow$/g, 'o'],
  [/ean(?![aeiouynm_])/g, '1'],
  [/(?<=[iy])en(?![aeiouynm_])/g, '2'],
  [/(?:[ae]?[iy]|u)[nm](?![aeiouynm_])/g, '2'],
  [/[ae][nm](?![aeiouynm_])/g, '1'],
  [/o[nm](?![aeiouynm_])/g, '3'],
  [/eau|au/g, 'o'],
  [/oeu|eu/g, 'e'],
  [/o[iy](?![aeiouy])/g, 'va'],
  [/ou(?=[aeiy12])|w/g, 'v'],
  [/ou/g, 'u'],
  [/[ae][iy]/g, 'e'],
  [/y/g, 'i'],
  [/z/g, 's'],
  [/_/g, ''],
  [/(.)\1+/g, '$1'],
]
