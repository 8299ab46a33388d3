import { z } from 'zod'
import { Code, Id } from '../communs.ts'
import { Reponses } from '../reponses.ts'
import { JourNote } from './jour.ts'

/** A suivi opened before any entretien: somebody was sent, and waits. `role` null is the default of the dispositif. */
export const ReperageASaisir = z.strictObject({
  suiviId: Id,
  personneId: Id,
  role: Code.nullable(),
  /** Day of the orientation, kept as the saisine of the suivi. */
  date: JourNote,
  /** Declared questions of the suivi (who sent, by which way). */
  reponses: Reponses,
})
export type ReperageASaisir = z.infer<typeof ReperageASaisir>
