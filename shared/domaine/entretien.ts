import { z } from 'zod'
import { Code, Id, Jour, ligne, paragraphe } from './communs.ts'
import { EcheanceASaisir } from './echeance.ts'
import { Orientation, OrientationASaisir } from './orientation.ts'
import { PersonneASaisir, PersonneResume } from './personne.ts'
import { Reponses } from './reponses.ts'

/** Longest note of an entretien, in characters: a memory aid, not a procedure. */
export const NOTE_MAX = 1000

/** One person present. `fiche` is null for somebody already known, whose file the form did not change. */
export const PresenceASaisir = z.strictObject({
  personneId: Id,
  fiche: PersonneASaisir.nullable(),
  role: Code,
  reponses: Reponses,
  /** Who she is in the household of the first person present (« fils »…), which she then joins; absent, nothing changes. */
  lien: ligne(60).optional(),
})
export type PresenceASaisir = z.infer<typeof PresenceASaisir>

/** The whole form in one command. Ids are made when the form opens, so that saving twice saves once. */
export const EntretienASaisir = z.strictObject({
  id: Id,
  suivi: z.strictObject({ id: Id, saisineDate: Jour.nullable(), reponses: Reponses }),
  date: Jour,
  heure: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .nullable(),
  dureeMinutes: z.int().min(1).max(1440).nullable(),
  note: paragraphe(NOTE_MAX),
  reponses: Reponses,
  presences: z.array(PresenceASaisir).min(1).max(30),
  orientations: z.array(OrientationASaisir).max(30),
  echeances: z.array(EcheanceASaisir).max(30),
  /** The appointment that this entretien is: an échéance of the suivi, done once it is saved. */
  honore: Id.optional(),
})
export type EntretienASaisir = z.infer<typeof EntretienASaisir>

/** One entretien as stored, with what its form needs to open again. */
export const Entretien = z.strictObject({
  id: Id,
  suivi: z.strictObject({
    id: Id,
    numero: z.int(),
    saisineDate: Jour.nullable(),
    closLe: Jour.nullable(),
    reponses: Reponses,
  }),
  date: Jour,
  heure: z.string().nullable(),
  dureeMinutes: z.int().nullable(),
  note: z.string(),
  reponses: Reponses,
  presences: z.array(z.strictObject({ personne: PersonneResume, role: Code, reponses: Reponses })),
  orientations: z.array(Orientation),
  echeances: z.array(EcheanceASaisir.extend({ faiteLe: Jour.nullable() })),
  /** ISO instant of the last commit, in UTC. */
  enregistreLe: z.iso.datetime(),
})
export type Entretien = z.infer<typeof Entretien>

/** One line of the list of entretiens. */
export const EntretienResume = z.strictObject({
  id: Id,
  suiviId: Id,
  date: Jour,
  dureeMinutes: z.int().nullable(),
  personnes: z.array(z.strictObject({ id: Id, libelle: z.string(), role: Code })),
  reponsesSuivi: Reponses,
  reponses: Reponses,
  orientations: z.array(Code),
})
export type EntretienResume = z.infer<typeof EntretienResume>

/** A form being typed. Its content is opaque to the service: it comes back to the form that wrote it. */
export const Brouillon = z.strictObject({
  id: Id,
  /** What the list of drafts shows. */
  titre: ligne(120),
  contenu: z.string().max(200_000),
  modifieLe: z.iso.datetime(),
})
export type Brouillon = z.infer<typeof Brouillon>
