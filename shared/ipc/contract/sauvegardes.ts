import { z } from 'zod'
import { codesErreur } from '../../erreurs/erreur.ts'
import { command, commandVers, query } from '../call.ts'

/** What stands where a backup would go, once compared with it; `divergent`: each holds acts that the other lacks. */
export const EtatPresent = z.enum([
  'absent',
  'identique',
  'plus-ancien',
  'plus-recent',
  'divergent',
  'autre',
  'illisible',
])
export type EtatPresent = z.infer<typeof EtatPresent>

const EtatSauvegardes = z.strictObject({
  /** Instant of the last good backup. */
  derniere: z.string().nullable(),
  nombre: z.int(),
  enCours: z.boolean(),
  /** Why the last attempt since the start of Jalon failed; nothing once one succeeded. */
  echec: z.enum(codesErreur).nullable(),
  /** The other disk: whether it is there, its last backup, why the last copy failed. */
  second: z
    .strictObject({
      dossier: z.string(),
      present: z.boolean(),
      derniere: z.string().nullable(),
      echec: z.enum(codesErreur).nullable(),
    })
    .nullable(),
})
export type EtatSauvegardes = z.infer<typeof EtatSauvegardes>

export const sauvegardes = {
  etat: query(z.void(), EtatSauvegardes),
  /** Makes one now, and its copy on the other disk when it is there. */
  sauvegarder: command(z.void(), EtatSauvegardes),
  choisirSecond: commandVers('dossier', z.void(), EtatSauvegardes),
  oublierSecond: command(z.void(), EtatSauvegardes),
  /** Writes the coffre on a USB key; refused with `coffre-plus-recent` when the key holds a newer one, `coffres-divergents`. */
  emporter: commandVers(
    'dossier',
    z.strictObject({ malgrePlusRecent: z.boolean() }),
    z.strictObject({ dossier: z.string() }),
  ),
}

export const SauvegardeTrouvee = z.strictObject({
  /** Given by the service for this search: the window never names a path. */
  id: z.uuid(),
  faiteLe: z.string(),
  octets: z.int(),
  /** Made by « Emporter mon coffre ». */
  emportee: z.boolean(),
})
export type SauvegardeTrouvee = z.infer<typeof SauvegardeTrouvee>

const Ouverture = z.strictObject({
  id: z.uuid(),
  genre: z.enum(['phrase', 'secours']),
  secret: z.string().min(1).max(1000),
})

const ExamenSauvegarde = z.strictObject({
  faiteLe: z.string(),
  dernierEcrit: z.string().nullable(),
  personnes: z.int(),
  entretiens: z.int(),
  present: EtatPresent,
})
export type ExamenSauvegarde = z.infer<typeof ExamenSauvegarde>

/** Usable while the coffre is closed, damaged or missing: each call proves itself by the secret of the backup. */
export const restauration = {
  /** Backups kept in the folder of the coffre, the last first. */
  lister: query(z.void(), z.array(SauvegardeTrouvee)),
  chercher: commandVers('dossier', z.void(), z.array(SauvegardeTrouvee)),
  /** Reads a whole backup, and says what it would replace. */
  examiner: command(Ouverture, ExamenSauvegarde),
  /** Closes the coffre, sets it aside and puts the backup in its place. */
  remplacer: command(
    Ouverture.extend({ malgrePlusRecent: z.boolean() }),
    z.strictObject({ misDeCote: z.string().nullable() }),
  ),
  /** Makes a coffre of it in a new folder of the place chosen. */
  placerAilleurs: commandVers('dossier', Ouverture, z.strictObject({ dossier: z.string() })),
}
