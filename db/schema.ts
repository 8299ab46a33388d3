import type { Generated } from 'kysely'
import type { TablesFusionModalites } from './schema/fusion-modalites.ts'
import type { TablesLettres } from './schema/lettres.ts'
import type { TablesJournal } from './schema/journal.ts'
import type { TablesReprises } from './schema/reprises.ts'
import type { TablesAcces } from './schema/acces.ts'
import type { TablesStrategie } from './schema/strategie.ts'
import type { TablesContexte } from './schema/contexte.ts'
import type { TablesFusion } from './schema/fusion.ts'
import type { TablesObservatoire } from './schema/observatoire.ts'
import type { TablesInstances } from './schema/instances.ts'
import type { TablesLots } from './schema/lots.ts'
import type { TablesTig } from './schema/tig.ts'
import type { Unite } from '#shared/domaine/bilan/bilan.ts'
import type { DomaineDemarche } from '#shared/domaine/dispositifs/cvp/demarches.ts'
import type { CodeDispositif } from '#shared/domaine/dispositifs/index.ts'
import type { Quartier, TypeEtablissement } from '#shared/domaine/etablissements.ts'
import type { StatutOrientation } from '#shared/domaine/orientation.ts'
import type { FormeComite } from '#shared/domaine/parcours/comite.ts'
import type { Consentement } from '#shared/domaine/parcours/consentement.ts'
import type { TypeContrat } from '#shared/domaine/parcours/contrat.ts'
import type { StatutDemarche } from '#shared/domaine/parcours/demarche.ts'
import type { CodeRepere } from '#shared/domaine/parcours/etape.ts'
import type { ModeSortie } from '#shared/domaine/parcours/passage.ts'
import type { MomentSituation, MotifCorrection } from '#shared/domaine/parcours/situation.ts'
import type { StatutPenal } from '#shared/domaine/parcours/statut-penal.ts'

/** One interface per table, columns as stored. `reponses` is JSON of declared questions; booleans are 0 or 1; dates ISO text; codes that Jalon closes have their type. */

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
  dispositif: string
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
  dispositif: CodeDispositif
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
  unite: Unite
  /** JSON: the units counted, under the ids they have here. It never leaves the coffre. */
  recensement: string
  /** JSON: the cells as published. */
  cellules: string
}

interface EtablissementLocalTable {
  code: string
  nom: string
  type: TypeEtablissement
  departement: string
  masque: number
}

/** Why the judicial frame may be noted in a dispositif: declared by the function named, or not at all (art. 46, loi 78-17). */
interface NecessiteTable {
  dispositif: string
  declaree_le: string
  par: string
}

/** A suivi opened before its first entretien, for somebody sent by a partner and not met yet. */
interface ReperageTable {
  suivi_id: string
  personne_id: string
  date: string
}

interface ParcoursRepereTable {
  suivi_id: string
  repere: CodeRepere
  /** Null once taken back. */
  date: string | null
  modifie_le: string
}

interface ConsentementTable {
  id: string
  suivi_id: string
  objet: Consentement['objet']
  reponse: Consentement['reponse']
  date: string
  par: string
  aupres_de: Consentement['aupresDe']
  supprime_le: string | null
  modifie_le: string
}

interface StatutPenalTable {
  id: string
  suivi_id: string
  statut: StatutPenal
  du: string | null
  supprime_le: string | null
  modifie_le: string
}

interface MesureTable {
  id: string
  suivi_id: string
  mesure: string
  du: string | null
  fin_prevue: string | null
  au: string | null
  supprime_le: string | null
  modifie_le: string
}

interface PassageTable {
  id: string
  suivi_id: string
  etablissement: string
  quartier: Quartier | null
  entree: string | null
  sortie: string | null
  mode: ModeSortie | null
  supprime_le: string | null
  modifie_le: string
}

interface SituationTable {
  suivi_id: string
  moment: MomentSituation
  date: string
  jointe: number
  reponses: string
  /** Frozen from then on. */
  validee_le: string | null
  modifie_le: string
}

/** What a frozen situation said before one correction. */
interface SituationCorrectionTable {
  id: string
  suivi_id: string
  moment: MomentSituation
  motif: MotifCorrection
  date_avant: string
  reponses_avant: string
  corrigee_le: string
}

interface DemarcheTable {
  id: string
  suivi_id: string
  domaine: DomaineDemarche
  demarche: string
  partenaire_id: string | null
  ouverte_le: string
  echeance: string | null
  precision: string | null
  supprime_le: string | null
  modifie_le: string
}

interface DemarcheStatutTable {
  id: string
  demarche_id: string
  statut: StatutDemarche
  date: string
  supprime_le: string | null
  note_le: string
}

interface ComiteTable {
  id: string
  dispositif: string
  date: string
  forme: FormeComite
  /** JSON: functions, never names. */
  participants: string
  supprime_le: string | null
  modifie_le: string
}

interface ComiteDecisionTable {
  id: string
  comite_id: string
  suivi_id: string
  decision: string
  acteur: string
  pour_le: string | null
  faite_le: string | null
  supprime_le: string | null
  modifie_le: string
}

interface RattachementTable {
  suivi_id: string
  referent_id: string | null
  relais_id: string | null
  relais_le: string | null
  modifie_le: string
}

interface ContratTable {
  id: string
  suivi_id: string
  type: TypeContrat
  du: string
  au: string | null
  supprime_le: string | null
  modifie_le: string
}

export interface Database
  extends
    TablesStrategie,
    TablesAcces,
    TablesContexte,
    TablesFusion,
    TablesInstances,
    TablesLots,
    TablesTig,
    TablesObservatoire,
    TablesReprises,
    TablesFusionModalites,
    TablesLettres,
    TablesJournal {
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
  etablissement_local: EtablissementLocalTable
  necessite: NecessiteTable
  reperage: ReperageTable
  parcours_repere: ParcoursRepereTable
  consentement: ConsentementTable
  statut_penal: StatutPenalTable
  mesure: MesureTable
  passage: PassageTable
  situation: SituationTable
  situation_correction: SituationCorrectionTable
  demarche: DemarcheTable
  demarche_statut: DemarcheStatutTable
  comite: ComiteTable
  comite_decision: ComiteDecisionTable
  rattachement: RattachementTable
  contrat: ContratTable
}
