import type { GenreDemande, ReponseDemande } from '#shared/domaine/droits/demande.ts'
import type { GenreRestriction } from '#shared/domaine/droits/restriction.ts'

/** `personne_id` is null for somebody the coffre does not know, or knows no more. */
interface DemandeDroitTable {
  id: string
  personne_id: string | null
  genre: GenreDemande
  recue_le: string
  /** Two months more, told to the person within the first one. */
  prolongee: number
  repondue_le: string | null
  reponse: ReponseDemande | null
  modifie_le: string
}

/** Somebody set aside: nothing shows her nor counts her until `levee_le`. */
interface RestrictionTable {
  id: string
  personne_id: string
  genre: GenreRestriction
  depuis: string
  levee_le: string | null
  modifie_le: string
}

/** On an entretien, or on its suivi. `agent` is its author, null for the titulaire. */
interface NotePriveeTable {
  id: string
  suivi_id: string
  entretien_id: string | null
  agent: string | null
  texte: string
  modifie_le: string
}

export interface TablesDroits {
  demande_droit: DemandeDroitTable
  restriction: RestrictionTable
  note_privee: NotePriveeTable
}
