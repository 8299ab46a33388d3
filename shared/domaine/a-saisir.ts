import { z } from 'zod'
import { Id, Jour } from './communs.ts'
import { normaliser } from '../utils/texte.ts'

/** Somebody who was, or is to be, met, and whose entretien is not typed yet. */
export const ASaisir = z.strictObject({
  suiviId: Id,
  /** The appointment; null for a suivi noted or imported before any entretien. */
  echeanceId: Id.nullable(),
  /** Day of the appointment, or of the saisine. */
  date: Jour,
  libelle: z.string(),
  personnes: z.array(z.strictObject({ id: Id, libelle: z.string() })),
})
export type ASaisir = z.infer<typeof ASaisir>

/** Whether what is due is a meeting, told by its words: an entretien is then awaited. « Rappeler le CCAS » is not one. */
export const estRendezVous = (libelle: string): boolean =>
  /\b(?:rdv|rendez vous|rv|entretien|rencontre|reception|recevoir|visite|permanence|vad)\b/u.test(normaliser(libelle))
