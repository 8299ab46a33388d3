import { z } from 'zod'
import { Id } from '../../domaine/communs.ts'
import { Historique, Retire, SujetHistorique } from '../../domaine/revision.ts'
import { command, query } from '../call.ts'

/** What acts changed, and how to go back. */
export const revisions = {
  /** Undoes one act, all or nothing; the act that it makes (`gesteId`) can be undone in its turn. */
  annuler: command(z.strictObject({ gesteId: Id }), z.strictObject({ gesteId: Id })),
  historique: query(SujetHistorique, Historique),
  /** What was removed and can be put back, by `annuler`; latest first. */
  corbeille: query(z.void(), z.array(Retire)),
  /** Destroys for good what these acts removed. */
  viderCorbeille: command(
    z.strictObject({ gestes: z.array(Id).min(1).max(10_000) }),
    z.strictObject({ detruits: z.int() }),
  ),
}
