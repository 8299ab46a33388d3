import { z } from 'zod'
import { query, queryDe } from '../call.ts'

/** Updates come as a signed file that the user chooses, never by a network. */
export const miseAJour = {
  /** The version that runs, and whether it can verify an update at all. */
  etat: query(z.void(), z.strictObject({ version: z.string(), cle: z.boolean() })),
  /** Verifies the file chosen and the installers beside it, and shows them in their folder. */
  examiner: queryDe(
    'fichier',
    z.void(),
    z.strictObject({
      version: z.string(),
      publieeLe: z.string(),
      nouveautes: z.string(),
      installateurs: z.array(z.string()),
    }),
  ),
}
