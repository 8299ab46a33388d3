import { z } from 'zod'
import { Id, Jour } from '../../domaine/communs.ts'
import { Designation } from '../../domaine/parcours/liste-detention.ts'
import { commandVers, query } from '../call.ts'

/** Coming releases to take along, and how their persons are told apart on paper. */
export const DemandeListe = z.strictObject({
  jour: Jour,
  suivis: z.array(Id).min(1).max(200),
  designation: Designation,
})
export type DemandeListe = z.infer<typeof DemandeListe>

/** A null suivi prints the guide for everybody. Names and notes of the directory go out only when asked. */
export const DemandeGuide = z.strictObject({
  jour: Jour,
  suiviId: Id.nullable(),
  interlocuteurs: z.boolean(),
  notes: z.boolean(),
})
export type DemandeGuide = z.infer<typeof DemandeGuide>

const Apercu = z.strictObject({ html: z.string() })
const Ecrits = z.strictObject({ dossier: z.string(), fichiers: z.array(z.string()) })

/** Papers of the follow-up out of prison: seen as they will be printed, then written as a PDF where the user says. */
export const impressions = {
  apercuListe: query(DemandeListe, Apercu),
  imprimerListe: commandVers('dossier', DemandeListe, Ecrits),
  apercuGuide: query(DemandeGuide, Apercu),
  imprimerGuide: commandVers('dossier', DemandeGuide, Ecrits),
}
