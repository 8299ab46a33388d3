import { z } from 'zod'
import { Dispositifs, ligne } from '../../domaine/communs.ts'
import { command, query } from '../call.ts'

export const Phrase = z.string().min(1).max(1000)
const CodeSecours = z.string().min(1).max(100)

export const EtatCoffre = z.strictObject({
  etat: z.enum(['absent', 'verrouille', 'ouvert', 'incomplet', 'illisible', 'version-future', 'emplacement-refuse']),
  /** Folder of the coffre, shown to the user. */
  emplacement: z.string(),
  /** Seconds before the next attempt is accepted. */
  attendre: z.int(),
  /** Whether it is the invented one of who tries Jalon. */
  essai: z.boolean(),
})
export type EtatCoffre = z.infer<typeof EtatCoffre>

export const coffre = {
  etat: query(z.void(), EtatCoffre),
  /** Shows a coffre of invented data, made for it, instead of the post's own; refused with `coffre-existant` where there is one. */
  essayer: command(z.void(), z.void()),
  /** Deletes the invented coffre and shows the post's own again. */
  quitterEssai: command(z.void(), z.void()),
  /** Makes the coffre, for these dispositifs, and opens it. The recovery code is in the answer, once, and nowhere else. */
  creer: command(
    z.strictObject({ phrase: Phrase, nom: ligne(120), dispositifs: Dispositifs.optional() }),
    z.strictObject({ codeSecours: z.string() }),
  ),
  /** The recovery code typed back; refused with `code-secours-incorrect`. */
  confirmerSecours: command(z.strictObject({ code: CodeSecours }), z.void()),
  ouvrir: command(z.strictObject({ phrase: Phrase }), z.void()),
  /** Opens with the recovery code and sets a new passphrase in the same act. */
  ouvrirParSecours: command(z.strictObject({ code: CodeSecours, nouvelle: Phrase }), z.void()),
  changerPhrase: command(z.strictObject({ ancienne: Phrase, nouvelle: Phrase }), z.void()),
  /** Makes another recovery code, for a sheet lost or seen by somebody; the former one opens nothing any more. */
  renouvelerSecours: command(z.strictObject({ phrase: Phrase }), z.strictObject({ codeSecours: z.string() })),
  verrouiller: command(z.void(), z.void()),
  /** The user is there: puts off the idle lock. */
  presence: command(z.void(), z.void()),
}
