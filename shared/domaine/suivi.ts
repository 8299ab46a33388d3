import { z } from 'zod'
import { Code, Id, Jour } from './communs.ts'
import { PersonneResume } from './personne.ts'
import { Reponses } from './reponses.ts'

/** One case file, with the persons concerned and their role in it. */
export const Suivi = z.strictObject({
  id: Id,
  numero: z.int(),
  saisineDate: Jour.nullable(),
  ouvertLe: Jour,
  closLe: Jour.nullable(),
  motifCloture: Code.nullable(),
  reponses: Reponses,
  participations: z.array(z.strictObject({ personne: PersonneResume, role: Code, reponses: Reponses })),
})
export type Suivi = z.infer<typeof Suivi>
