import type { Generated } from 'kysely'

interface FusionTable {
  id: string
  gardee_id: string
  /** Her row is gone: it is in `changements`. */
  absorbee_id: string
  /** An instant. */
  le: string
  /** JSON of each row as it was and as the merge left it, in the order they were written. */
  changements: string
}

/** Two persons who look alike and are not one; `personne_a` is the lesser id. */
interface DistinctionTable {
  personne_a: string
  personne_b: string
  le: string
}

/** Rank under which the full-text index `note_mots` knows the note of an entretien. Both are written by triggers alone. */
interface NoteRangTable {
  rang: Generated<number>
  entretien_id: string
}

export interface TablesFusion {
  fusion: FusionTable
  distinction: DistinctionTable
  note_rang: NoteRangTable
}
