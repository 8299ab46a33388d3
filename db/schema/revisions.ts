import type { Generated } from 'kysely'

/** One act of somebody that changed something; `nom` is the call. */
interface GesteTable {
  /** The order of the acts, which is not that of the clock. */
  rang: Generated<number>
  id: string
  /** An instant. */
  le: string
  /** Id of the user; null for the titulaire. */
  agent: string | null
  nom: string
  objet: string | null
  /** The act that it undoes. */
  annule: string | null
}

/**
 * One row as an act found it. `cle` is the JSON array of its key; `avant` and `apres` are JSON of the columns that changed,
 * `avant` of the whole row for a removal. The last four say whose it is.
 */
interface RevisionTable {
  rang: Generated<number>
  geste_id: string
  tableau: string
  cle: string
  genre: 'ajout' | 'changement' | 'retrait' | 'mise-de-cote'
  avant: string | null
  apres: string | null
  dispositif: string | null
  suivi_id: string | null
  entretien_id: string | null
  personne_id: string | null
}

export interface TablesRevisions {
  geste: GesteTable
  revision: RevisionTable
}
