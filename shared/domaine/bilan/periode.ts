import { ajouterJours, type DateIso, dateFrancaise } from '../../utils/dates.ts'

/** Days of a report, both included. */
export type Periode = { readonly du: DateIso; readonly au: DateIso }

/** The year a period is named after, and its texts kept under: the one it ends in. */
export const anneeDe = (periode: Periode): number => Number(periode.au.slice(0, 4))

/** The same days some years earlier. The end of a month stays the end of that month, so that no 29 February is lost. */
export const reculer = (periode: Periode, ans: number): Periode => ({
  du: memeJour(periode.du, ans),
  au: estFinDeMois(periode.au) ? finDeMois(periode.au, ans) : memeJour(periode.au, ans),
})

/** Over more than a year, « the year before » would overlap the period itself: nothing is compared then. */
export const tientEnUnAn = (periode: Periode): boolean => reculer(periode, 1).au < periode.du

export const contient = (periode: Periode, jour: DateIso): boolean => periode.du <= jour && jour <= periode.au

/** « 2012 » for a calendar year, else « du 01/01/2012 au 30/06/2012 ». */
export const nomDePeriode = ({ du, au }: Periode): string =>
  du.endsWith('-01-01') && au.endsWith('-12-31') && du.slice(0, 4) === au.slice(0, 4)
    ? du.slice(0, 4)
    : `du ${dateFrancaise(du)} au ${dateFrancaise(au)}`

const estFinDeMois = (jour: DateIso): boolean => ajouterJours(jour, 1).endsWith('-01')

const memeJour = (jour: DateIso, ans: number): DateIso => {
  const decale = `${anneeMoins(jour, ans)}${jour.slice(4)}`
  return decale.endsWith('-02-29') ? finDeMois(jour, ans) : decale
}

const finDeMois = (jour: DateIso, ans: number): DateIso => {
  const annee = Number(anneeMoins(jour, ans))
  const fin = new Date(Date.UTC(annee, Number(jour.slice(5, 7)), 0))
  return fin.toISOString().slice(0, 10)
}

const anneeMoins = (jour: DateIso, ans: number): string => String(Number(jour.slice(0, 4)) - ans).padStart(4, '0')
