import { ajouterJours, ajouterMois, type DateIso } from '../../utils/dates.ts'

export const vuesAgenda = ['semaine', 'mois'] as const
export type VueAgenda = (typeof vuesAgenda)[number]

/** Days shown around that day, a row a week, Monday first: one week, or the weeks that hold a day of the month. */
export const grilleDe = (vue: VueAgenda, jour: DateIso): readonly (readonly DateIso[])[] => {
  if (vue === 'semaine') return [semaineDe(jour)]
  const premier = `${jour.slice(0, 8)}01`
  const dernier = ajouterJours(ajouterMois(premier, 1), -1)
  const lundis: DateIso[] = []
  for (let lundi = lundiDe(premier); lundi <= dernier; lundi = ajouterJours(lundi, 7)) lundis.push(lundi)
  return lundis.map((lundi) => semaineDe(lundi))
}

/** The seven days of the week of a day, Monday first (ISO 8601). */
export const semaineDe = (jour: DateIso): readonly DateIso[] => {
  const lundi = lundiDe(jour)
  return Array.from({ length: 7 }, (_, rang) => ajouterJours(lundi, rang))
}

/** The same day one week or one month on, or back. */
export const avancer = (vue: VueAgenda, jour: DateIso, sens: 1 | -1): DateIso =>
  vue === 'semaine' ? ajouterJours(jour, 7 * sens) : ajouterMois(jour, sens)

const lundiDe = (jour: DateIso): DateIso => ajouterJours(jour, -((new Date(`${jour}T00:00:00Z`).getUTCDay() + 6) % 7))
