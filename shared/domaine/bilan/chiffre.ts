import type { Unite } from './bilan.ts'

/**
 * What a headline number may be made of: cells already published (null when hidden), so that no headline can say what a
 * table hides.
 */
export type PeriodePubliee = {
  readonly annee: number
  readonly lire: (tableau: string, ...codes: readonly string[]) => number | null
  readonly total: (unite: Unite) => number | null
  readonly mesure: (id: string) => number | null
  /** Full-time equivalents of the year, which are public. */
  readonly etp: number
}

export type ChiffreDeclare = {
  readonly id: string
  readonly libelle: string
  readonly definition: string
  readonly unite: string
  readonly calculer: (periode: PeriodePubliee) => number | null
}

/** A number that is no cell of a table; shown only if enough units and persons stand behind it, or none at all. */
export type MesureBrute = {
  readonly id: string
  readonly valeur: number
  readonly effectif: number
  readonly personnes: number
}
