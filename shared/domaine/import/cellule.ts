import { type DateIso, dateFrancaise } from '../../utils/dates.ts'

/** A typed date or time of a spreadsheet. `jour` is null for a time or a duration alone; `minutes` count from midnight. */
export type Temps = { readonly jour: DateIso | null; readonly minutes: number }

/** One cell, whatever the file it comes from. */
export type Cellule = string | number | boolean | Temps | null

/** One row, with its number as the spreadsheet shows it. */
export type LigneGrille = { readonly numero: number; readonly cellules: readonly Cellule[] }

/** One sheet as read, before any meaning. `feuille` is null for a file that has none (CSV). Blank rows are left out. */
export type Grille = { readonly feuille: string | null; readonly lignes: readonly LigneGrille[] }

/** Text of a cell on one line, its blanks made single and its control characters gone. */
export const texteDe = (cellule: Cellule | undefined): string =>
  texteLong(cellule)
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()

/** Text of a cell that keeps its line breaks: notes, and cells that hold several values. */
export const texteLong = (cellule: Cellule | undefined): string => {
  if (cellule === null || cellule === undefined) return ''
  if (typeof cellule === 'string') return cellule.replaceAll(/\r\n?/gu, '\n').trim()
  if (typeof cellule === 'number') return String(cellule)
  if (typeof cellule === 'boolean') return cellule ? 'vrai' : 'faux'
  if (cellule.jour === null) return heureDe(cellule.minutes)
  return cellule.minutes === 0
    ? dateFrancaise(cellule.jour)
    : `${dateFrancaise(cellule.jour)} ${heureDe(cellule.minutes)}`
}

export const estVide = (cellule: Cellule | undefined): boolean => texteLong(cellule) === ''

/** Minutes from midnight → « 14:05 ». */
export const heureDe = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
