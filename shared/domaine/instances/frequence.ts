import { z } from 'zod'
import { ajouterJours, type DateIso } from '../../utils/dates.ts'

/** How often an instance meets: once in each period of the calendar that lasts this many months; `besoin` owes no date. */
export const frequences = {
  annuelle: { libelle: 'Une fois par an', mois: 12 },
  semestrielle: { libelle: 'Une fois par semestre', mois: 6 },
  trimestrielle: { libelle: 'Une fois par trimestre', mois: 3 },
  bimestrielle: { libelle: 'Une fois tous les deux mois', mois: 2 },
  mensuelle: { libelle: 'Une fois par mois', mois: 1 },
  besoin: { libelle: 'Au besoin', mois: null },
} as const

export const codesFrequence = [
  'annuelle',
  'semestrielle',
  'trimestrielle',
  'bimestrielle',
  'mensuelle',
  'besoin',
] as const
export const Frequence = z.enum(codesFrequence)
export type Frequence = z.infer<typeof Frequence>

/** An instance seen by the calendar: since when it meets, and until when if it no longer does. */
export type Rythme = { readonly frequence: Frequence; readonly depuis: DateIso; readonly au: DateIso | null }

/** Where an instance stands on a day. `avantLe`: last day of the period that still lacks a meeting. */
export type Regularite = {
  readonly derniere: DateIso | null
  readonly prochaine: DateIso | null
  readonly avantLe: DateIso | null
  readonly enRetard: boolean
}

/**
 * « Au moins une fois par an » (D132-9, code de la sécurité intérieure) is read by the calendar: one meeting in each year,
 * quarter or month since the instance exists. `tenues` are the days it met, `prevues` those it is called for.
 */
export const regulariteDe = (
  rythme: Rythme,
  { tenues, prevues }: { readonly tenues: readonly DateIso[]; readonly prevues: readonly DateIso[] },
  aujourdhui: DateIso,
): Regularite => {
  const derniere = tenues.toSorted().at(-1) ?? null
  const prochaine = prevues.filter((jour) => jour >= aujourdhui).toSorted()[0] ?? null
  const avantLe = echeance(rythme, derniere)
  return { derniere, prochaine, avantLe, enRetard: avantLe !== null && avantLe < aujourdhui }
}

const echeance = ({ frequence, depuis, au }: Rythme, derniere: DateIso | null): DateIso | null => {
  const { mois } = frequences[frequence]
  if (mois === null) return null
  const rang = derniere === null || derniere < depuis ? rangDe(mois, depuis) : rangDe(mois, derniere) + 1
  const dernierJour = finDe(mois, rang)
  return au !== null && au < dernierJour ? null : dernierJour
}

/** What a year owed: its periods, and those that are over without a meeting. Null when the instance meets as needed. */
export type AnneeInstance = { readonly attendues: number; readonly manquees: number }

export const anneeDe = (
  { frequence, depuis, au }: Rythme,
  tenues: readonly DateIso[],
  annee: number,
  aujourdhui: DateIso,
): AnneeInstance | null => {
  const { mois } = frequences[frequence]
  if (mois === null) return null
  const premier = rangDe(mois, `${annee}-01-01`)
  const rangs = Array.from({ length: 12 / mois }, (_, i) => premier + i).filter(
    (rang) => finDe(mois, rang) >= depuis && (au === null || finDe(mois, rang) <= au),
  )
  const tenus = new Set(tenues.map((jour) => rangDe(mois, jour)))
  const manquees = rangs.filter((rang) => finDe(mois, rang) < aujourdhui && !tenus.has(rang))
  return { attendues: rangs.length, manquees: manquees.length }
}

/** Periods are numbered from the year 0, so that they follow each other from one year to the next. */
const rangDe = (mois: number, jour: DateIso): number =>
  Math.floor((Number(jour.slice(0, 4)) * 12 + Number(jour.slice(5, 7)) - 1) / mois)

const finDe = (mois: number, rang: number): DateIso => {
  const suivant = (rang + 1) * mois
  const [annee, rangMois] = [Math.floor(suivant / 12), (suivant % 12) + 1]
  return ajouterJours(`${String(annee).padStart(4, '0')}-${String(rangMois).padStart(2, '0')}-01`, -1)
}
