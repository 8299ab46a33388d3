/** A word of a name, as written (`entendu` 0) or as heard (1); numbers are not kept. */
interface PersonneMotTable {
  entendu: number
  mot: string
  personne_id: string
}

/** Who has entretiens that are not deleted under a dispositif: how many, and the day of the last one. */
interface PersonneRecueTable {
  personne_id: string
  dispositif: string
  entretiens: number
  dernier: string
}

/** What searches and lists read: written by triggers alone, from the tables it is computed of. */
export interface TablesRecherche {
  personne_mot: PersonneMotTable
  personne_recue: PersonneRecueTable
}
