import { type Cellule, texteDe } from './cellule.ts'

/** Hours of work, in minutes: « 70 », « 35,5 », « 35h30 », « 35:30 », « 70 heures »; undefined when it is no such thing. */
export const lireHeuresDeTravail = (cellule: Cellule): number | undefined => {
  if (typeof cellule === 'number') return enMinutes(cellule)
  if (typeof cellule === 'object' && cellule !== null) return cellule.jour === null ? cellule.minutes : undefined
  const texte = texteDe(cellule).toLowerCase().replaceAll(/\s/gu, '')
  const decimal = /^(\d{1,4}(?:[.,]\d{1,2})?)(?:h|heures?)?$/u.exec(texte)
  if (decimal !== null) return enMinutes(Number(decimal[1]?.replace(',', '.')))
  const sexagesimal = /^(\d{1,4})(?:h|heures?|:)([0-5]\d)(?:mn?|min|:00)?$/u.exec(texte)
  return sexagesimal === null ? undefined : Number(sexagesimal[1]) * 60 + Number(sexagesimal[2])
}

const enMinutes = (heures: number): number | undefined => (heures < 0 ? undefined : Math.round(heures * 60))
