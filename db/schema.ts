import type { Generated } from 'kysely'

/** One interface per table, columns as stored. `reponses` is JSON of declared questions; booleans are 0 or 1; dates ISO text. */

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
  statut: string
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
  titre: string
  contenu: string
  modifie_le: string
}

interface PosteTable {
  id: string
  nom: string
  etp: number
  financement_annuel: number
  financeur: string
  du: string
  au: string | null
}

interface BilanTexteTable {
  dispositif: string
  annee: number
  section: string
  texte: string
}

interface ModaliteLocaleTable {
  liste: string
  code: string
  libelle: string
  masquee: number
  ordre: number | null
  groupe: string | null
}

interface ChampLocalTable {
  champ: string
  actif: number
}

interface ReglageTable {
  cle: string
  /** JSON. */
  valeur: string
}

/** The register of what was published: rows of these three tables are never changed nor removed. */
interface EditionTable {
  id: string
  dispositif: string
  du: string
  au: string
  seuil: number
  mode: string
  /** Version of the catalogue of tables. */
  catalogue: string
  /** An instant, not a day. */
  creee_le: string
  /** SHA-256 of the counted facts, in hexadecimal: the same facts are the same edition. */
  empreinte: string
  /** JSON of the published report. */
  document: string
  /** JSON, confidential: what proves the protection also says what it hides. */
  certificat: string
  remplace_id: string | null
  motif: string | null
}

interface EditionFichierTable {
  edition_id: string
  /** Relative; a file of a folder is « dossier/fichier.csv ». */
  nom: string
  contenu: Uint8Array
  sha256: string
}

/** One period and one unit of an edition. */
interface PublicationTable {
  id: string
  edition_id: string
  du: string
  au: string
  unite: string
  /** JSON: the units counted, under the ids they have here. It never leaves the coffre. */
  recensement: string
  /** JSON: the cells as published. */
  cellules: string
}

export interface Database {
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
  poste: PosteTable
  bilan_texte: BilanTexteTable
  modalite_locale: ModaliteLocaleTable
  champ_local: ChampLocalTable
  reglage: ReglageTable
  edition: EditionTable
  edition_fichier: EditionFichierTable
  publication: PublicationTable
}
