/** Dates are ISO text, « AAAA-MM-JJ », without time zone: the day written on the paper. */
export type DateIso = string

export const estDateIso = (texte: string): boolean => {
  const lu = /^(\d{4})-(\d{2})-(\d{2})$/.exec(texte)
  if (lu === null) return false
  const date = new Date(`${texte}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(texte)
}

/** The day it is here, for a clock that gives an instant. */
export const jourLocal = (instant: Date): DateIso =>
  [
    String(instant.getFullYear()),
    String(instant.getMonth() + 1).padStart(2, '0'),
    String(instant.getDate()).padStart(2, '0'),
  ].join('-')

export const ajouterJours = (date: DateIso, jours: number): DateIso => {
  const jour = new Date(`${date}T00:00:00Z`)
  jour.setUTCDate(jour.getUTCDate() + jours)
  return jour.toISOString().slice(0, 10)
}

/** Same day `mois` months later (or earlier), or the last day of a month too short for it (as in art. 641, code de procédure civile). */
export const ajouterMois = (date: DateIso, mois: number): DateIso => {
  const [annee = 0, rang = 1, jour = 1] = date.split('-').map(Number)
  const total = annee * 12 + rang - 1 + mois
  const dernier = new Date(Date.UTC(Math.floor(total / 12), (total % 12) + 1, 0))
  return `${dernier.toISOString().slice(0, 8)}${String(Math.min(jour, dernier.getUTCDate())).padStart(2, '0')}`
}

export const joursEntre = (du: DateIso, au: DateIso): number =>
  Math.round((Date.parse(`${au}T00:00:00Z`) - Date.parse(`${du}T00:00:00Z`)) / 86_400_000)

/** « dimanche 22 novembre 2026 » */
export const jourEnLettres = (jour: DateIso): string => enLettres.format(new Date(`${jour}T00:00:00Z`))

const enLettres = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'full', timeZone: 'UTC' })

/** « 2012-03-09 » → « 09/03/2012 », « 1987 » → « 1987 ». */
export const dateFrancaise = (date: DateIso): string => date.split('-').toReversed().join('/')

/** Age in whole years on a day; from a birth year alone, the age reached during that year. */
export const ageAu = (naissance: string, jour: DateIso): number => {
  const age = Number(jour.slice(0, 4)) - Number(naissance.slice(0, 4))
  return naissance.length > 4 && naissance.slice(5) > jour.slice(5) ? age - 1 : age
}
