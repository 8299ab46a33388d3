import { z } from 'zod'
import { Id, Jour, ligne } from '../../domaine/communs.ts'
import { JourNote } from '../../domaine/parcours/jour.ts'
import { Accueil, AccueilASaisir, AccueilResume } from '../../domaine/tig/accueil.ts'
import { IncidentASaisir } from '../../domaine/tig/incident.ts'
import { JourneeASaisir } from '../../domaine/tig/journee.ts'
import { PosteTravail } from '../../domaine/tig/poste-travail.ts'
import { command, commandVers, query } from '../call.ts'

export const RetirableTig = z.enum(['accueil', 'journee', 'incident'])
export type RetirableTig = z.infer<typeof RetirableTig>

/** By state, post and name; never by measure (DP-18). */
export const DemandeAccueils = z.strictObject({
  jour: Jour,
  etat: z.enum(['ouverts', 'termines', 'tous']),
  posteId: Id.nullable(),
  texte: ligne(80),
})

export const FormatAttestation = z.enum(['docx', 'pdf'])

/**
 * Hosts of TIG, in the dispositif that the screens show: another one is refused with `dispositif: sans-accueil`. Nothing is
 * asked, kept or found by offence, judgment or obligation: there is no such field.
 */
export const tig = {
  postes: query(z.strictObject({ jour: Jour }), z.array(PosteTravail.extend({ occupees: z.int() }))),
  enregistrerPoste: command(PosteTravail, z.void()),
  /** All those asked, the most pressing first. */
  lister: query(DemandeAccueils, z.array(AccueilResume)),
  lire: query(z.strictObject({ suiviId: Id, jour: Jour }), Accueil),
  /** Creates or replaces by the id of the suivi. Refused with the field and `hors-bornes` where the law forbids the value. */
  enregistrer: command(AccueilASaisir, z.void()),
  /** One line of the sheet; `chevauchement` when the person is already somewhere at these hours. */
  noterJournee: command(JourneeASaisir, z.void()),
  noterIncident: command(IncidentASaisir, z.void()),
  /** Takes it out of every screen and count; `retablir` brings it back. */
  retirer: command(z.strictObject({ genre: RetirableTig, id: Id }), z.void()),
  retablir: command(z.strictObject({ genre: RetirableTig, id: Id }), z.void()),
  /** Writes the document of R623-23 where the user says. */
  ecrireAttestation: commandVers(
    'enregistrer',
    z.strictObject({ suiviId: Id, jour: Jour, format: FormatAttestation }),
    z.strictObject({ fichier: z.string() }),
  ),
  /** The day it was handed on; null takes it back. */
  noterAttestation: command(z.strictObject({ suiviId: Id, le: JourNote.nullable() }), z.void()),
}
