import { z } from 'zod'
import { Id, Jour, ligne } from '../../domaine/communs.ts'
import { codesLettres } from '../../domaine/lettres/fournis.ts'
import { command, commandVers, query } from '../call.ts'

const Destinataire = z.strictObject({ suiviId: Id, personneId: Id })
const Contenu = z.base64().max(4_100_000)
const Ecrits = z.strictObject({ dossier: z.string(), fichiers: z.array(z.string()) })

/** A letter of Jalon, by its code, or one of the post, by its id. */
export const ModeleChoisi = z.discriminatedUnion('genre', [
  z.strictObject({ genre: z.literal('fourni'), code: z.enum(codesLettres) }),
  z.strictObject({ genre: z.literal('propre'), id: Id }),
])
export type ModeleChoisi = z.infer<typeof ModeleChoisi>

/** Letters: templates of the post, filled from one person in one suivi and written where the user says. */
export const lettres = {
  modeles: query(z.void(), z.array(z.strictObject({ id: Id, nom: z.string(), ajouteLe: z.iso.datetime() }))),
  /** Every fault of a template; nothing is written. */
  examinerModele: query(
    z.strictObject({ contenu: Contenu }),
    z.array(
      z.strictObject({ raison: z.enum(['inconnue', 'mal-ecrite', 'externe', 'macro']), balise: z.string().max(60) }),
    ),
  ),
  /** Refused while `examinerModele` finds a fault. */
  ajouterModele: command(z.strictObject({ id: Id, nom: ligne(80).min(1), contenu: Contenu }), z.void()),
  supprimerModele: command(z.strictObject({ id: Id }), z.void()),
  /** The template itself, its marks not replaced, to be adapted. */
  exporterModele: commandVers('dossier', z.strictObject({ modele: ModeleChoisi }), Ecrits),
  ecrire: commandVers('dossier', Destinataire.extend({ modele: ModeleChoisi, jour: Jour }), Ecrits),
  /** When the information notice was handed over; null when it was not. */
  remise: query(Destinataire, z.strictObject({ date: Jour.nullable() })),
  noterRemise: command(Destinataire.extend({ date: Jour.nullable() }), z.void()),
}
