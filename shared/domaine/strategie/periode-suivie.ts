import { z } from 'zod'
import type { Periode } from '../bilan/periode.ts'

/** How often an indicator is read. */
export const periodicites = ['annee', 'semestre', 'trimestre'] as const
export type Periodicite = (typeof periodicites)[number]

export const libellesPeriodicite: Readonly<Record<Periodicite, string>> = {
  annee: 'Chaque année',
  semestre: 'Chaque semestre',
  trimestre: 'Chaque trimestre',
}

/** « 2013 », « 2013-S1 », « 2013-T4 »: the order of the text is that of time within one periodicité. */
export const PeriodeSuivie = z.string().regex(/^(?:199\d|20\d\d|2100)(?:-(?:S[12]|T[1-4]))?$/)
export type PeriodeSuivie = z.infer<typeof PeriodeSuivie>

/** The year of a period. */
export const anneeSuivie = (periode: PeriodeSuivie): number => Number(periode.slice(0, 4))

export const periodiciteDe = (periode: PeriodeSuivie): Periodicite => {
  if (periode.includes('S')) return 'semestre'
  return periode.includes('T') ? 'trimestre' : 'annee'
}

/** Periods that make a year, in order. */
export const periodesDe = (annee: number, periodicite: Periodicite): readonly PeriodeSuivie[] =>
  rangs[periodicite].map((rang) => (rang === '' ? String(annee) : `${annee}-${rang}`))

const rangs: Readonly<Record<Periodicite, readonly string[]>> = {
  annee: [''],
  semestre: ['S1', 'S2'],
  trimestre: ['T1', 'T2', 'T3', 'T4'],
}

/** Its days, both included. */
export const bornes = (periode: PeriodeSuivie): Periode => {
  const mois = 12 / rangs[periodiciteDe(periode)].length
  const rang = Number(periode.slice(6) || 1)
  const [premier, dernier] = [(rang - 1) * mois + 1, rang * mois]
  const fin = new Date(Date.UTC(anneeSuivie(periode), dernier, 0)).toISOString().slice(0, 10)
  return { du: `${anneeSuivie(periode)}-${String(premier).padStart(2, '0')}-01`, au: fin }
}

/** « 1er semestre 2013 », « 4e trimestre 2013 », « 2013 ». */
export const nomDePeriodeSuivie = (periode: PeriodeSuivie): string => {
  const [annee = '', rang] = periode.split('-')
  if (rang === undefined) return annee
  const ordinal = rang.endsWith('1') ? '1er' : `${rang.slice(1)}e`
  return `${ordinal} ${rang.startsWith('S') ? 'semestre' : 'trimestre'} ${annee}`
}

/** The same in a column heading: « S1 », « T4 », « Année ». */
export const titreCourt = (periode: PeriodeSuivie): string => periode.split('-')[1] ?? 'Année'
