import type { PersonneASaisir } from './personne.ts'
import { normaliser } from '../utils/texte.ts'

/**
 * Text in which a person is searched while typing: a space before each word, the name first. Names are also given in one
 * piece (« d almeida dalmeida »), the telephone as digits, the birth date as « AAAAMMJJ ».
 */
export const texteDeRecherche = (personne: Extract<PersonneASaisir, { anonyme: false }>): string => {
  const nom = normaliser(personne.nom)
  const prenom = normaliser(personne.prenom)
  const pieces = [nom, prenom].filter((mot) => mot.includes(' ')).map((mot) => mot.replaceAll(' ', ''))
  const chiffres = [telephone(personne.telephone ?? ''), (personne.naissance ?? '').replaceAll('-', '')]
  return [nom, prenom, ...pieces, ...chiffres]
    .filter((mot) => mot !== '')
    .map((mot) => ` ${mot}`)
    .join('')
}

/** Words that must all be found, each at the start of a word; digits typed apart (« 06 12 ») are one number. */
export const motsCherches = (texte: string): string[] =>
  normaliser(texte.replaceAll(/(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/g, jourCompact))
    .replaceAll(/(?<=\d) (?=\d)/g, '')
    .split(' ')
    .filter((mot) => mot !== '')
    .map(telephone)

const jourCompact = (_: string, jour: string, mois: string, annee: string): string =>
  annee + mois.padStart(2, '0') + jour.padStart(2, '0')

/** Digits only, the French prefix written as people say it: « +33 6 12 34 56 78 » → « 0612345678 ». Words are left alone. */
export const telephone = (texte: string): string =>
  /\p{L}/u.test(texte) ? texte : texte.replaceAll(/\D/g, '').replace(/^(?:00)?33(?=\d{9}$)/, '0')
