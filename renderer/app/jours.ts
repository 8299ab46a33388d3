import { lireDate } from '#ui/lire-date.ts'
import { aujourdhui } from './dates.ts'

/** What was typed in a date field: null when empty, undefined when it cannot be read. */
export const lireJour = (texte: string): string | null | undefined =>
  texte.trim() === '' ? null : lireDate(texte, aujourdhui())

export const jourFacultatif = (texte: string): string | null =>
  lireJour(texte) === undefined ? 'Attendu : jj/mm/aaaa, ou +7 pour dans sept jours.' : null
export const jourAttendu = (texte: string): string | null =>
  texte.trim() === '' ? 'La date est nécessaire.' : jourFacultatif(texte)
