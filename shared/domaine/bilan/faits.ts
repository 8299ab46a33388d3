import type { DateIso } from '../../utils/dates.ts'
import type { Reponses } from '../reponses.ts'
import type { FaitsDuParcours } from './faits-parcours.ts'
import type { FaitsTig } from './faits-tig.ts'

/** What the report reads of the coffre: pseudonymous ids, dates and codes. No name, no free text, no telephone. */
export type Faits = {
  readonly entretiens: readonly FaitEntretien[]
  readonly presences: readonly FaitPresence[]
  readonly orientations: readonly FaitOrientation[]
  readonly suivis: readonly FaitSuivi[]
  readonly participations: readonly FaitParticipation[]
  readonly personnes: readonly FaitPersonne[]
  readonly parcours: FaitsDuParcours
  /** Of a dispositif that receives people for work; null elsewhere. */
  readonly tig: FaitsTig | null
}

export type FaitEntretien = {
  readonly id: string
  readonly suiviId: string
  readonly date: DateIso
  readonly reponses: Reponses
}

export type FaitPresence = {
  readonly entretienId: string
  readonly personneId: string
  /** Where the person lived that day, as typed. */
  readonly commune: string | null
}

export type FaitOrientation = { readonly id: string; readonly entretienId: string; readonly destination: string }

export type FaitSuivi = {
  readonly id: string
  /** Day of the referral, or of the opening where it was not written down. */
  readonly saisineLe: DateIso
  readonly saisineNotee: boolean
  readonly ouvertLe: DateIso
  readonly closLe: DateIso | null
  readonly reponses: Reponses
}

export type FaitParticipation = {
  readonly suiviId: string
  readonly personneId: string
  readonly role: string
  /** The suivi is about her: she is no relative, nor somebody there by chance. */
  readonly accompagnee: boolean
  /** Day of her first act ever in this suivi; null while there is none, as for somebody referred and not met yet. */
  readonly commenceLe: DateIso | null
  readonly reponses: Reponses
}

export type FaitPersonne = {
  readonly id: string
  readonly anonyme: boolean
  /** Birth date, or birth year alone: only the age is ever counted. */
  readonly naissance: string | null
  readonly reponses: Reponses
  /** Day of her first act ever, in this dispositif: an entretien, a démarche, a comité, a day of work. */
  readonly premierActe: DateIso
}
