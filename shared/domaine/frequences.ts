import { z } from 'zod'
import { Code } from './communs.ts'

/** What a post answers most often, most frequent first. Only an order in which to offer things: it counts in no report. */
export const Frequences = z.strictObject({
  /** By question (its code, `role` or `orientations`): codes of its list. */
  valeurs: z.record(z.string(), z.array(Code)),
  communes: z.array(z.string()),
  /** What échéances say is expected. */
  attendus: z.array(z.string()),
  /** Links in a household. */
  liens: z.array(z.string()),
  /** Role last given to somebody who came along. */
  roleAccompagnant: Code.nullable(),
})
export type Frequences = z.infer<typeof Frequences>

export const SANS_FREQUENCES: Frequences = {
  valeurs: {},
  communes: [],
  attendus: [],
  liens: [],
  roleAccompagnant: null,
}

/** Each thing once, the most frequent first; of two equal ones, the first met. */
export const parFrequence = (choses: Iterable<string>): string[] =>
  [...Map.groupBy(choses, (chose) => chose)].toSorted(([, a], [, b]) => b.length - a.length).map(([chose]) => chose)
