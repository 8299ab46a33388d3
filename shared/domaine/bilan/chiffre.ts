import type { Unite } from './bilan.ts'

/** A published number; null when it is masked, undefined when there is nothing to count: a question not asked, a zero base. */
export type Connu = number | null | undefined

/**
 * What a headline number may be made of: cells already published, so that no headline can say what a
 * table hides.
 */
export type PeriodePubliee = {
  readonly annee: number
  readonly lire: (tableau: string, ...codes: readonly string[]) => Connu
  readonly total: (unite: Unite) => Connu
  readonly mesure: (id: string) => Connu
  /** Full-time equivalents of the year, which are public. */
  readonly etp: number
}

export type ChiffreDeclare = {
  readonly id: string
  readonly libelle: string
  readonly definition: string
  readonly unite: string
  readonly calculer: (periode: PeriodePubliee) => Connu
}

/** A number that is no cell of a table; shown only if enough units and persons stand behind it, or none at all. */
export type MesureBrute = {
  readonly id: string
  readonly valeur: number
  readonly effectif: number
  readonly personnes: number
  /**
   * Adds up what each person did: two of them, one person apart, tell that person's. Printed only where the rule of flows
   * holds, which rounded reports and grand totals escape.
   */
  readonly somme?: true
}
