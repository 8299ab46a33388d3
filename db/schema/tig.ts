import type { FormePoste, StatutPoste } from '#shared/domaine/tig/poste-travail.ts'
import type { GenreIncident } from '#shared/domaine/tig/incident.ts'
import type { MesureTig } from '#shared/domaine/tig/mesure.ts'

interface PosteTravailTable {
  id: string
  dispositif: string
  intitule: string
  service: string
  lieu: string
  missions: string
  places: number
  forme: FormePoste
  horaires: string
  /** JSON of closed codes. */
  contraintes: string
  ouvert_aux_mineurs: number
  responsable: string
  inscrit_le: string
  modifie_le: string
}

interface PosteTravailStatutTable {
  poste_id: string
  du: string
  statut: StatutPoste
}

/** What is kept of an accueil beside its suivi, which holds its end (`clos_le`) and its issue (`motif_cloture`). */
interface AccueilTable {
  suivi_id: string
  personne_id: string
  mesure: MesureTig
  service: string
  referent: string | null
  heures: number
  decide_le: string | null
  echeance: string | null
  debut_le: string | null
  poste_id: string | null
  encadrant: string | null
  heures_emploi: number | null
  examen_requis: number
  examen_vu: number
  attestation_le: string | null
  /** Minutes done before there was a sheet. */
  minutes_reprises: number
  supprime_le: string | null
  cree_le: string
  modifie_le: string
}

/** Times in minutes since midnight, lengths in minutes. */
interface JourneeTable {
  id: string
  suivi_id: string
  date: string
  debut: number
  fin: number
  pause: number
  repas: number
  trajet: number
  supprime_le: string | null
  cree_le: string
  modifie_le: string
}

/** What a line of the sheet said before one correction. */
interface JourneeCorrectionTable {
  id: string
  journee_id: string
  date: string
  debut: number
  fin: number
  pause: number
  repas: number
  trajet: number
  corrigee_le: string
}

interface IncidentTable {
  id: string
  suivi_id: string
  date: string
  genre: GenreIncident
  signale_le: string | null
  supprime_le: string | null
  modifie_le: string
}

export interface TablesTig {
  poste_travail: PosteTravailTable
  poste_travail_statut: PosteTravailStatutTable
  accueil: AccueilTable
  journee: JourneeTable
  journee_correction: JourneeCorrectionTable
  incident: IncidentTable
}
