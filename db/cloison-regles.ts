import type { Selectable } from 'kysely'
import type { Database } from './schema.ts'
import type { Table } from './suivies.ts'

/**
 * How one knows whether a row is the business of whoever opened the coffre: everybody's; of the dispositifs whose suivis he
 * reads; of those he may ask anything about; of the row it hangs on (its column, and the table of that row); or of its author
 * alone, the titulaire included.
 */
export type Regle = 'coffre' | 'suivis' | 'dispositifs' | 'personne' | 'reglage' | 'revision' | 'auteur' | Lien
type Lien<Colonne = string> = readonly [colonne: Colonne, table: Table]

/** Only a table that says its dispositif may be told by it, and a row hangs on another by a column it has. */
type RegleDe<T extends Table> =
  | 'coffre'
  | Lien<keyof Database[T]>
  | (Selectable<Database[T]> extends { readonly dispositif: string } ? 'suivis' | 'dispositifs' : never)
  | (T extends 'personne' | 'reglage' | 'revision' ? T : never)
  | (Selectable<Database[T]> extends { readonly suivi_id: string; readonly agent: string | null } ? 'auteur' : never)

const duSuivi = ['suivi_id', 'suivi'] as const
const deLEntretien = ['entretien_id', 'entretien'] as const
const deLEdition = ['edition_id', 'edition'] as const

/** Every table: one without a rule does not compile. What holds no person and serves them all is the `coffre`'s. */
export const regles: { readonly [T in Table]: RegleDe<T> } = {
  personne: 'personne',
  foyer: 'coffre',
  fusion: ['gardee_id', 'personne'],
  distinction: ['personne_a', 'personne'],
  suivi: 'suivis',
  participation: duSuivi,
  entretien: duSuivi,
  presence: deLEntretien,
  note_rang: deLEntretien,
  personne_mot: ['personne_id', 'personne'],
  personne_recue: 'suivis',
  orientation: deLEntretien,
  echeance: duSuivi,
  partenaire: 'coffre',
  brouillon: 'suivis',
  reprise: 'suivis',
  journal: 'coffre',
  journal_ancre: 'coffre',
  geste: 'coffre',
  revision: 'revision',
  poste: 'coffre',
  bilan_texte: 'dispositifs',
  contexte: 'dispositifs',
  modalite_locale: 'coffre',
  modele_lettre: 'coffre',
  remise_notice: duSuivi,
  modalite_fusion: 'coffre',
  modalite_fusion_ligne: 'suivis',
  champ_local: 'coffre',
  reglage: 'reglage',
  agent: 'coffre',
  edition: 'dispositifs',
  edition_fichier: deLEdition,
  publication: deLEdition,
  etablissement_local: 'coffre',
  necessite: 'dispositifs',
  reperage: duSuivi,
  parcours_repere: duSuivi,
  consentement: duSuivi,
  statut_penal: duSuivi,
  mesure: duSuivi,
  passage: duSuivi,
  situation: duSuivi,
  situation_correction: duSuivi,
  demarche: duSuivi,
  demarche_statut: ['demarche_id', 'demarche'],
  comite: 'suivis',
  comite_decision: duSuivi,
  rattachement: duSuivi,
  contrat: duSuivi,
  strategie: 'coffre',
  strategie_territoire: 'coffre',
  strategie_axe: 'coffre',
  fiche_action: 'coffre',
  fiche_annee: 'coffre',
  indicateur: 'coffre',
  indicateur_valeur: 'coffre',
  budget_ligne: 'coffre',
  secteur: 'coffre',
  carreau: 'coffre',
  signalement: 'coffre',
  intervention: 'coffre',
  retour: 'coffre',
  poste_travail: 'suivis',
  poste_travail_statut: ['poste_id', 'poste_travail'],
  accueil: duSuivi,
  journee: duSuivi,
  journee_correction: ['journee_id', 'journee'],
  incident: duSuivi,
  instance: 'dispositifs',
  reunion: ['instance_id', 'instance'],
  signataire: 'dispositifs',
  point_nominatif: ['reunion_id', 'reunion'],
  export_nominatif: ['reunion_id', 'reunion'],
  cle: 'coffre',
  base_partagee: 'coffre',
  lot: 'coffre',
  lot_attendu: 'coffre',
  lot_case: 'coffre',
  lot_cellule: 'coffre',
  lot_chiffre: 'coffre',
  lot_ecarte: 'coffre',
  lot_fait: 'coffre',
  lot_publication: 'coffre',
  lot_section: 'coffre',
  poste_suivi: 'coffre',
  duree_conservation: 'coffre',
  visa_archives: 'coffre',
  prolongation: duSuivi,
  suivi_anonymise: duSuivi,
  purge: 'coffre',
  demande_droit: 'coffre',
  restriction: 'coffre',
  note_privee: 'auteur',
}
