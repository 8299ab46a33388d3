import { z } from 'zod'
import { CodeDispositifSchema, Id, paragraphe } from '../../domaine/communs.ts'
import { Demande, DemandeLue } from '../../domaine/droits/demande.ts'
import { codesRestriction, RestrictionLue } from '../../domaine/droits/restriction.ts'
import { command, commandVers, query } from '../call.ts'
import { Phrase } from './coffre.ts'

const Ecrits = z.strictObject({ dossier: z.string(), fichiers: z.array(z.string()) })

/** What the persons may ask about their data, and what the post owes about its files (RGPD, art. 15 to 35). */
export const droits = {
  lire: query(z.void(), z.strictObject({ demandes: z.array(DemandeLue), restrictions: z.array(RestrictionLue) })),
  noterDemande: command(Demande, z.void()),
  ecarter: command(z.strictObject({ id: Id, personneId: Id, genre: z.enum(codesRestriction) }), z.void()),
  lever: command(z.strictObject({ id: Id }), z.void()),
  /** Others of her suivis, who are masked in her copy unless chosen; whether this user wrote private notes there. */
  tiers: query(
    z.strictObject({ personneId: Id }),
    z.strictObject({ tiers: z.array(z.strictObject({ id: Id, nom: z.string() })), notesPrivees: z.int() }),
  ),
  /** Everything the coffre holds of one person, as a PDF and as JSON: the passphrase is asked again (DP-15). */
  exporter: commandVers(
    'dossier',
    z.strictObject({ personneId: Id, tiers: z.array(Id).max(1000), notesPrivees: z.boolean(), phrase: Phrase }),
    Ecrits,
  ),
  /** Pre-filled from what the coffre really does, to be read again by the data protection officer. */
  ecrireDocument: commandVers(
    'dossier',
    z.strictObject({ dispositif: CodeDispositifSchema, document: z.enum(['aipd', 'registre']) }),
    Ecrits,
  ),
}

/** Notes that nobody but their author reads in Jalon: of an entretien, or of a suivi when `entretienId` is null. */
export const notesPrivees = {
  lire: query(
    z.strictObject({ suiviId: Id, entretienId: Id.nullable() }),
    z.strictObject({ texte: z.string(), modifieLe: z.iso.datetime().nullable() }),
  ),
  /** An empty text erases the note. */
  ecrire: command(
    z.strictObject({ suiviId: Id, entretienId: Id.nullable(), texte: paragraphe(4000) }),
    z.strictObject({ modifieLe: z.iso.datetime().nullable() }),
  ),
}
