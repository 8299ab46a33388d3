import { z } from 'zod'
import { LigneJournal } from '../../domaine/journal.ts'
import { query } from '../call.ts'

export const journal = {
  /** Lines before that rank, latest first; `rupture` is the rank of the first line that does not follow from the one before. */
  lire: query(
    z.strictObject({ avant: z.int().min(1).nullable(), combien: z.int().min(1).max(200) }),
    z.strictObject({
      lignes: z.array(LigneJournal.omit({ empreinte: true }).extend({ nom: z.string() })),
      rupture: z.int().nullable(),
    }),
  ),
}
