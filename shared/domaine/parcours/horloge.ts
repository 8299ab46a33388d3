import { z } from 'zod'
import { Id, Jour } from '../communs.ts'
import type { FaitsParcours } from './faits.ts'

/** A legal clock: an article, and the days it gives from the dates of a suivi. */
export type Horloge = {
  readonly code: string
  readonly libelle: string
  readonly article: string
  readonly explication: string
  /** Dispositifs it concerns; all of those that have a parcours when absent. */
  readonly dispositifs?: readonly string[]
  /** No day when what it needs isn't known, or doesn't apply. */
  readonly calculer: (faits: FaitsParcours, aujourdhui: string) => readonly string[]
}

export const EcheanceLegale = z.strictObject({
  code: z.string(),
  libelle: z.string(),
  article: z.string(),
  explication: z.string(),
  date: Jour,
})
export type EcheanceLegale = z.infer<typeof EcheanceLegale>

/** The same in a list of several suivis. */
export const EcheanceLegaleDuSuivi = EcheanceLegale.extend({
  suiviId: Id,
  numero: z.int(),
  personnes: z.array(z.strictObject({ id: Id, libelle: z.string() })),
})
export type EcheanceLegaleDuSuivi = z.infer<typeof EcheanceLegaleDuSuivi>

/** Every échéance that the law gives a suivi, past ones included, in order. */
export const echeancesLegales = (
  horloges: readonly Horloge[],
  faits: FaitsParcours,
  aujourdhui: string,
): EcheanceLegale[] =>
  horloges
    .filter((h) => h.dispositifs?.includes(faits.suivi.dispositif) ?? true)
    .flatMap(({ code, libelle, article, explication, calculer }) =>
      [...new Set(calculer(faits, aujourdhui))].map((date) => ({ code, libelle, article, explication, date })),
    )
    .toSorted((a, b) => a.date.localeCompare(b.date))
