import type { Table } from '#db/suivies.ts'

/**
 * How a row hangs on somebody: by the column of its suivi, or of a row of another table; `personne` and `suivi` are what the
 * others hang on; `epars` rows hold ids anywhere in their texts; `declencheur` ones are written by triggers alone.
 */
type Lien = 'personne' | 'suivi' | 'epars' | 'declencheur' | readonly [colonne: string, table: Table]

/**
 * What becomes of each column, its names in one text. At an erasure, every row that hangs on somebody goes. At an
 * anonymisation a row goes when its columns are `ote`; else `garde` stays, and `efface` is emptied.
 */
type Classement =
  | { readonly lien: Lien; readonly garde: string; readonly efface?: string }
  | { readonly lien: Lien; readonly ote: string }
  | { readonly hors: string; readonly colonnes: string }

const suivi = ['suivi_id', 'suivi'] as const
const entretien = ['entretien_id', 'entretien'] as const

/** Texts of the post about itself, its partners or its users. */
const duPoste = 'ce que le poste dit de lui-même, de ses partenaires ou de ses agents'
const liste = 'listes et réglages, sans personne'
const agrege = 'nombres publiés ou reçus, sans identité'
const territoire = 'territoire et actions, aucune colonne pour une personne'
const trace = 'trace des gestes, par identifiants ; une ligne part avec l’âge du journal'

/**
 * Every table, and each of its columns: bound to somebody or not, and then what a purge makes of it. A table that is not here
 * does not compile; a column that is not fails a test.
 */
export const classement: { readonly [T in Table]: Classement } = {
  personne: {
    lien: 'personne',
    garde: 'id anonyme naissance reponses cree_le modifie_le',
    efface:
      'nom prenom telephone commune cle_identite cle_doublon recherche phonetique cle_phonetique foyer_id lien_foyer',
  },
  suivi: { lien: 'suivi', garde: 'id dispositif numero saisine_date ouvert_le clos_le motif_cloture reponses' },
  participation: { lien: suivi, garde: 'suivi_id personne_id role reponses' },
  entretien: {
    lien: suivi,
    garde: 'id suivi_id date duree_minutes reponses supprime_le cree_le modifie_le',
    efface: 'heure note empreinte',
  },
  presence: { lien: entretien, garde: 'entretien_id personne_id commune rang' },
  orientation: { lien: entretien, garde: 'id entretien_id destination statut repondu_le', efface: 'partenaire_id' },
  note_rang: { lien: 'declencheur', ote: 'rang entretien_id' },
  personne_mot: { lien: 'declencheur', ote: 'entendu mot personne_id' },
  personne_recue: { lien: 'declencheur', garde: 'personne_id dispositif entretiens dernier' },
  suivi_anonymise: { lien: suivi, garde: 'suivi_id le' },
  echeance: { lien: suivi, ote: 'id suivi_id entretien_id date libelle faite_le' },
  remise_notice: { lien: suivi, ote: 'suivi_id personne_id date note_le' },
  prolongation: { lien: suivi, ote: 'suivi_id motif jusqu_au note_le' },
  note_privee: { lien: suivi, ote: 'id suivi_id entretien_id agent texte modifie_le' },

  reperage: { lien: suivi, ote: 'suivi_id personne_id date' },
  parcours_repere: { lien: suivi, ote: 'suivi_id repere date modifie_le' },
  consentement: { lien: suivi, ote: 'id suivi_id objet reponse date par aupres_de supprime_le modifie_le' },
  statut_penal: { lien: suivi, ote: 'id suivi_id statut du supprime_le modifie_le' },
  mesure: { lien: suivi, ote: 'id suivi_id mesure du fin_prevue au supprime_le modifie_le' },
  passage: { lien: suivi, ote: 'id suivi_id etablissement quartier entree sortie mode supprime_le modifie_le' },
  situation: { lien: suivi, ote: 'suivi_id moment date jointe reponses validee_le modifie_le' },
  situation_correction: { lien: suivi, ote: 'id suivi_id moment motif date_avant reponses_avant corrigee_le' },
  demarche: {
    lien: suivi,
    ote: 'id suivi_id domaine demarche partenaire_id ouverte_le echeance precision supprime_le modifie_le',
  },
  demarche_statut: { lien: ['demarche_id', 'demarche'], ote: 'id demarche_id statut date supprime_le note_le' },
  comite_decision: {
    lien: suivi,
    ote: 'id comite_id suivi_id decision acteur pour_le faite_le supprime_le modifie_le',
  },
  rattachement: { lien: suivi, ote: 'suivi_id referent_id relais_id relais_le modifie_le' },
  contrat: { lien: suivi, ote: 'id suivi_id type du au supprime_le modifie_le' },

  accueil: {
    lien: suivi,
    ote: 'suivi_id personne_id mesure service referent heures decide_le echeance debut_le poste_id encadrant heures_emploi examen_requis examen_vu attestation_le minutes_reprises supprime_le cree_le modifie_le',
  },
  journee: { lien: suivi, ote: 'id suivi_id date debut fin pause repas trajet supprime_le cree_le modifie_le' },
  journee_correction: {
    lien: ['journee_id', 'journee'],
    ote: 'id journee_id date debut fin pause repas trajet corrigee_le',
  },
  incident: { lien: suivi, ote: 'id suivi_id date genre signale_le supprime_le modifie_le' },

  foyer: { lien: 'epars', ote: 'id' },
  distinction: { lien: 'epars', ote: 'personne_a personne_b le' },
  restriction: { lien: 'epars', ote: 'id personne_id genre depuis levee_le modifie_le' },
  fusion: { lien: 'epars', ote: 'id gardee_id absorbee_id le changements' },
  modalite_fusion_ligne: { lien: 'epars', ote: 'fusion_id dispositif porteur champ cle avant apres' },
  brouillon: { lien: 'epars', ote: 'id titre contenu modifie_le dispositif' },
  revision: {
    lien: 'epars',
    ote: 'rang geste_id tableau cle genre avant apres dispositif suivi_id entretien_id personne_id',
  },
  reprise: { lien: 'epars', ote: 'cle dispositif contenu modifie_le' },
  point_nominatif: {
    lien: 'epars',
    ote: 'id reunion_id personne_id designation naissance origine besoin decision acteur pour_le faite_le fin_suivi modifie_le',
  },
  /** The register of requests proves that answers were given: it forgets whose they were. */
  demande_droit: {
    lien: 'epars',
    garde: 'id genre recue_le prolongee repondue_le reponse modifie_le',
    efface: 'personne_id',
  },

  geste: { hors: trace, colonnes: 'rang id le agent nom objet annule' },
  journal: { hors: trace, colonnes: 'rang le agent geste objet empreinte' },
  journal_ancre: { hors: trace, colonnes: 'seule rang empreinte' },
  export_nominatif: { hors: trace, colonnes: 'id reunion_id le par' },
  purge: { hors: trace, colonnes: 'id le agent comptes sauvegardes_jusqu_au sauvegardes_otees_le' },
  duree_conservation: { hors: liste, colonnes: 'dispositif mois sort visa source par modifie_le' },
  visa_archives: { hors: liste, colonnes: 'id dispositif jusqu_au obtenu_le reference note_le' },
  /** Answers of each unit under ids that nothing bears any more: without them, later reports could tell somebody by difference. */
  publication: { hors: agrege, colonnes: 'id edition_id du au unite recensement cellules' },
  edition: {
    hors: agrege,
    colonnes: 'id dispositif du au seuil mode catalogue creee_le empreinte document certificat remplace_id motif',
  },
  edition_fichier: { hors: agrege, colonnes: 'edition_id nom contenu sha256' },
  lot: {
    hors: agrege,
    colonnes: 'cle id poste_id dispositif annee du au numero definition version fait_le recu_le empreinte entete',
  },
  lot_attendu: { hors: agrege, colonnes: 'poste_id dispositif annee pour_le' },
  lot_case: { hors: agrege, colonnes: 'cle dispositif tableau codes' },
  lot_cellule: { hors: agrege, colonnes: 'lot_cle case_cle valeur personnes' },
  lot_chiffre: { hors: agrege, colonnes: 'lot_cle genre code valeur effectif personnes' },
  lot_ecarte: { hors: agrege, colonnes: 'id coffre nom dispositif annee du au numero definition version recu_le' },
  lot_fait: { hors: agrege, colonnes: 'id dispositif du au numero fait_le destinataire empreinte' },
  lot_publication: { hors: agrege, colonnes: 'lot_cle rang edition du au unite contenu' },
  lot_section: { hors: agrege, colonnes: 'lot_cle code texte' },
  poste_suivi: { hors: agrege, colonnes: 'id nom coffre cle cle_verifiee_le cree_le' },
  base_partagee: { hors: liste, colonnes: 'id adresse phrase autorite' },
  cle: { hors: liste, colonnes: 'id genre publique secrete cree_le' },
  contexte: {
    hors: agrege,
    colonnes: 'id dispositif libelle valeur unite dont du au perimetre editeur titre publie_le annees modifie_le',
  },
  bilan_texte: { hors: duPoste, colonnes: 'dispositif annee section texte' },
  partenaire: {
    hors: duPoste,
    colonnes: 'id nom genre interlocuteur telephone courriel adresse commune note actif',
  },
  agent: { hors: duPoste, colonnes: 'id nom role dispositifs dispositif cree_le revu_le retire_le' },
  signataire: {
    hors: duPoste,
    colonnes: 'id dispositif fonction organisme nom signee_le retiree_le supprime_le modifie_le',
  },
  poste_travail: {
    hors: duPoste,
    colonnes:
      'id dispositif intitule service lieu missions places forme horaires contraintes ouvert_aux_mineurs responsable inscrit_le modifie_le',
  },
  poste_travail_statut: { hors: duPoste, colonnes: 'poste_id du statut' },
  modele_lettre: { hors: duPoste, colonnes: 'id nom contenu ajoute_le' },
  poste: { hors: duPoste, colonnes: 'id nom etp financement_annuel financeur du au' },
  modalite_locale: { hors: liste, colonnes: 'liste code libelle masquee ordre groupe' },
  modalite_fusion: { hors: liste, colonnes: 'id liste code vers rang le' },
  champ_local: { hors: liste, colonnes: 'dispositif champ actif' },
  reglage: { hors: liste, colonnes: 'cle valeur' },
  etablissement_local: { hors: liste, colonnes: 'code nom type departement masque' },
  necessite: { hors: liste, colonnes: 'dispositif declaree_le par' },
  comite: { hors: territoire, colonnes: 'id dispositif date forme participants supprime_le modifie_le' },
  instance: {
    hors: territoire,
    colonnes: 'id dispositif genre nom secteur frequence depuis au l1325_le supprime_le modifie_le',
  },
  reunion: {
    hors: territoire,
    colonnes: 'id instance_id date heure lieu convoquee_le ordre_du_jour presences decisions supprime_le modifie_le',
  },
  strategie: { hors: territoire, colonnes: 'id titre territoire du au exemple supprime_le modifie_le' },
  strategie_territoire: { hors: territoire, colonnes: 'id strategie_id nom rang supprime_le' },
  strategie_axe: { hors: territoire, colonnes: 'id strategie_id numero titre rang supprime_le' },
  fiche_action: {
    hors: territoire,
    colonnes: 'id axe_id territoire_id modele_id numero titre contenu rang supprime_le modifie_le',
  },
  fiche_annee: { hors: territoire, colonnes: 'fiche_id annee statut avancement difficultes suites modifie_le' },
  indicateur: {
    hors: territoire,
    colonnes: 'id fiche_id libelle type unite periodicite sens liaison rang supprime_le modifie_le',
  },
  indicateur_valeur: { hors: territoire, colonnes: 'indicateur_id periode genre valeur note_le' },
  budget_ligne: {
    hors: territoire,
    colonnes: 'id fiche_id annee rubrique libelle financeur prevu realise modifie_le',
  },
  secteur: { hors: territoire, colonnes: 'id nom actif modifie_le' },
  carreau: { hors: territoire, colonnes: 'rang secteur_id' },
  signalement: {
    hors: territoire,
    colonnes:
      'id secteur_id date moment trouble lieu fonction frequence note note_relue supprime_le cree_le modifie_le',
  },
  intervention: {
    hors: territoire,
    colonnes: 'id secteur_id date intervention signalement_id resultat mediateurs supprime_le cree_le modifie_le',
  },
  retour: { hors: territoire, colonnes: 'secteur_id annee texte texte_relu modifie_le' },
}

/** Columns as a list. */
export const colonnesDe = (classe: Classement): readonly string[] =>
  ('hors' in classe ? [classe.colonnes] : 'ote' in classe ? [classe.ote] : [classe.garde, classe.efface ?? ''])
    .join(' ')
    .trim()
    .split(/\s+/u)
