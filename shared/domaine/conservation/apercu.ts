import { z } from 'zod'
import { CodeDispositifSchema, Id, Jour } from '../communs.ts'
import { sortsConservation } from './regle.ts'

/**
 * Why something at its term stays for now: it is kept longer on purpose, the archives did not agree yet, its years have no
 * published report, somebody of it asked for the limitation of her data, or waits for an answer about them.
 */
export const retenues = ['prolongation', 'visa', 'bilan', 'limitation', 'demande'] as const
export type Retenue = (typeof retenues)[number]

/** A dossier (suivis that share persons), a file without any suivi, or a point of a group of L132-5. */
export const genresLigne = ['dossier', 'fiche', 'point'] as const

/** One line of what leaves or will leave; `id` is the first suivi, the person, or the point. */
export const LigneApercu = z.strictObject({
  id: Id,
  genre: z.enum(genresLigne),
  dispositif: CodeDispositifSchema.nullable(),
  numeros: z.array(z.int()),
  noms: z.array(z.string()),
  anonymes: z.int(),
  dernierContact: Jour,
  terme: Jour,
  sort: z.enum(sortsConservation),
  /** Null when nothing holds it back. */
  retenue: z.enum(retenues).nullable(),
  /** Of a dossier kept longer: until when. */
  jusquAu: Jour.nullable(),
  /** Years of its acts without a published report. */
  anneesSansBilan: z.array(z.int()),
})
export type LigneApercu = z.infer<typeof LigneApercu>

export const ApercuPurge = z.strictObject({
  /** At their term today. */
  aTerme: z.array(LigneApercu),
  /** At their term within the days of the announce. */
  bientot: z.array(LigneApercu),
  /** Drafts that nobody went on with for as long as their dispositif keeps anything. */
  brouillons: z.int(),
})
export type ApercuPurge = z.infer<typeof ApercuPurge>

/** What one run did, without a name. */
export const ComptesPurge = z.strictObject({
  anonymises: z.int(),
  effaces: z.int(),
  fiches: z.int(),
  points: z.int(),
  brouillons: z.int(),
  personnes: z.int(),
})
export type ComptesPurge = z.infer<typeof ComptesPurge>

/** A run of the past, and what becomes of the backups made before it. */
export const PurgeFaite = z.strictObject({
  id: Id,
  le: z.iso.datetime(),
  comptes: ComptesPurge,
  sauvegardesJusquAu: Jour,
  sauvegardesOteesLe: z.iso.datetime().nullable(),
})
export type PurgeFaite = z.infer<typeof PurgeFaite>

/** Days that a backup made before a purge is still kept: time to find out that the purge was a mistake. */
export const JOURS_SAUVEGARDES = 30
