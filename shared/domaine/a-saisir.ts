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

/**
 * Whether what is due is a meeting, told by its words: an entretien is then awaited. « Rappeler le CCAS » is not one, nor
 * « Rappeler pour savoir si le rendez-vous a eu lieu ».
 */
export const estRendezVous = (libelle: string): boolean =>
  !/^(?:rappeler|relancer|appeler|verifier|savoir|attendre|prendre|demander|obtenir|annuler) /u.test(
    normaliser(libelle),
  ) &&
  /\b(?:rdv|rendez vous|rv|entretien|rencontre|reception|recevoir|visite|permanence|vad)\b/u.test(normaliser(libelle))
