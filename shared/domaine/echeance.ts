import { z } from 'zod'
import { Id, Jour, ligne } from './communs.ts'

/** Something due: an appointment, an answer awaited, a document to bring. */
export const EcheanceASaisir = z.strictObject({ id: Id, date: Jour, libelle: ligne(200).min(1) })
export type EcheanceASaisir = z.infer<typeof EcheanceASaisir>

export const Echeance = EcheanceASaisir.extend({
  suiviId: Id,
  entretienId: Id.nullable(),
  faiteLe: Jour.nullable(),
  /** Persons of the suivi, as shown on screen. */
  personnes: z.array(z.strictObject({ id: Id, libelle: z.string() })),
})
export type Echeance = z.infer<typeof Echeance>
