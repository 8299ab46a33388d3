import { z } from 'zod'
import { Id, Jour } from '../communs.ts'

/** Why a dossier is kept beyond its term: an obligation or a dispute (CNIL, délibération 2023-095), never a convenience. */
export const motifsProlongation = {
  'obligation-legale': 'Une obligation légale de conserver',
  contentieux: 'Un contentieux en cours ou annoncé',
  'demande-personne': 'La personne demande que ses données soient gardées pour faire valoir un droit',
  'reprise-prevue': 'Un rendez-vous est pris',
} as const
export type MotifProlongation = keyof typeof motifsProlongation

/** Months beyond today at most: three years of intermediate archive (cvp-clspd.md §5.2, DP-05). */
export const PROLONGATION_MOIS = 36

export const Prolongation = z.strictObject({
  suiviId: Id,
  motif: z.enum(Object.keys(motifsProlongation) as [MotifProlongation, ...MotifProlongation[]]),
  jusquAu: Jour,
})
export type Prolongation = z.infer<typeof Prolongation>
