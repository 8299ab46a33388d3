import { z } from 'zod'
import { Id, Jour } from '../communs.ts'

/** Why somebody is set aside: what she asked (RGPD, art. 18 and 21). */
export const genresRestriction = {
  limitation: 'Limitation : ses données sont gardées, et ne servent plus à rien',
  opposition: 'Opposition : elle ne veut plus être suivie ni comptée',
} as const
export type GenreRestriction = keyof typeof genresRestriction

export const codesRestriction = Object.keys(genresRestriction) as [GenreRestriction, ...GenreRestriction[]]

/** Somebody set aside, and until when. */
export const RestrictionLue = z.strictObject({
  id: Id,
  personneId: Id,
  nom: z.string(),
  genre: z.enum(codesRestriction),
  depuis: Jour,
})
export type RestrictionLue = z.infer<typeof RestrictionLue>
