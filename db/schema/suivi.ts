import type { Generated } from 'kysely'
import type { StatutOrientation } from '#shared/domaine/orientation.ts'

interface PersonneTable {
  id: string
  anonyme: number
  nom: string
  prenom: string
  naissance: string | null
  telephone: string | null
  commune: string | null
  reponses: string
  /** `cleIdentite` and `cleDoublon` of the domain; empty for an anonymous person, who matches nobody. */
  cle_identite: string
  cle_doublon: string
  /** Normalised text searched while typing: names, telephone digits, birth year. */
  recherche: string
  /** `texteEntendu` and `clePhonetique` of the domain; null on a row written before they were kept. */
  phonetique: string | null
  cle_phonetique: string | null
  foyer_id: string | null
  lien_foyer: string | null
  cree_le: string
  modifie_le: string
}

interface FoyerTable {
  id: string
}

interface SuiviTable {
  id: string
  dispositif: string
  numero: number
  saisine_date: string | null
  /** Day of the first entretien. */
  ouvert_le: string
  clos_le: string | null
  motif_cloture: string | null
  reponses: string
}

interface ParticipationTable {
  suivi_id: string
  personne_id: string
  role: string
  reponses: string
}

interface EntretienTable {
  id: string
  suivi_id: string
  date: string
  heure: string | null
  duree_minutes: number | null
  note: string
  reponses: string
  /** Fingerprint of the imported line, so that a second import adds nothing; null when typed. */
  empreinte: string | null
  supprime_le: string | null
  cree_le: string
  modifie_le: string
}

/** `commune` is the one of that day: the state at a past date can be rebuilt. */
interface PresenceTable {
  entretien_id: string
  personne_id: string
  commune: string | null
  /** Place in the form, the first person received being 0. */
  rang: Generated<number>
}

interface OrientationTable {
  id: string
  entretien_id: string
  destination: string
  partenaire_id: string | null
  statut: StatutOrientation
  repondu_le: string | null
}

interface EcheanceTable {
  id: string
  suivi_id: string
  entretien_id: string | null
  date: string
  libelle: string
  faite_le: string | null
}

interface PartenaireTable {
  id: string
  nom: string
  genre: string
  interlocuteur: string | null
  telephone: string | null
  courriel: string | null
  adresse: string | null
  commune: string | null
  note: string | null
  actif: number
}

interface BrouillonTable {
  id: string
  dispositif: Generated<string>
  titre: string
  contenu: string
  modifie_le: string
}

/** Persons, their suivis and their entretiens. */
export interface TablesSuivi {
  personne: PersonneTable
  foyer: FoyerTable
  suivi: SuiviTable
  participation: ParticipationTable
  entretien: EntretienTable
  presence: PresenceTable
  orientation: OrientationTable
  echeance: EcheanceTable
  partenaire: PartenaireTable
  brouillon: BrouillonTable
}
