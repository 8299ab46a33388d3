import type { Nomenclature } from '#shared/domaine/nomenclature.ts'
import { libelleDe } from '#shared/domaine/nomenclature.ts'
import { libellesStatutOrientation } from '#shared/domaine/orientation.ts'
import type { ChampChange, GenreRevision, Valeur } from '#shared/domaine/revision.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'

/** What a kind of row is called on screen; « Fiche » for the others. */
export const tableauEnMots = (tableau: string): string => tableaux[tableau] ?? 'Fiche'

/** « Orientation ajoutée » is said the same of everything: « Orientation : ajout ». */
export const genreEnMots: Readonly<Record<GenreRevision, string>> = {
  ajout: 'ajout',
  changement: 'changement',
  retrait: 'retrait',
  'mise-de-cote': 'suppression',
}

/** « Rôle », « Saisine », « Téléphone » */
export const champEnMots = (nomenclature: Nomenclature, champ: string): string =>
  nomenclature.champs.find((c) => `reponses.${c.code}` === champ)?.libelle ??
  champs[champ] ??
  champ.replace('reponses.', '').replaceAll('_', ' ')

type Mots = { readonly nomenclature: Nomenclature; readonly noms: Readonly<Record<string, string>> }

/** A value as the screens write it: a label, a date, a name; « non renseigné » for none. */
export const valeurEnMots = ({ nomenclature, noms }: Mots, champ: string, valeur: Valeur): string => {
  if (valeur === null || valeur === '') return 'non renseigné'
  if (Array.isArray(valeur)) return valeur.map((v) => valeurEnMots({ nomenclature, noms }, champ, v)).join(', ')
  if (typeof valeur !== 'string') return String(valeur)
  if (champ.endsWith('_id')) return noms[valeur] ?? 'fiche qui n’est plus là'
  if (/^\d{4}-\d{2}-\d{2}$/u.test(valeur)) return dateFrancaise(valeur)
  if (champ === 'statut' && Object.hasOwn(libellesStatutOrientation, valeur))
    return libellesStatutOrientation[valeur as keyof typeof libellesStatutOrientation]
  return codeEnMots(nomenclature, champ, valeur)
}

/** The label of a code, in the list of its question, or in the only list that knows it. */
export const codeEnMots = (nomenclature: Nomenclature, champ: string, code: string): string => {
  const sienne = nomenclature.champs.find((c) => `reponses.${c.code}` === champ)?.liste ?? listeDe(nomenclature, champ)
  if (sienne !== undefined) return libelleDe(nomenclature, sienne, code)
  if (enClair.has(champ)) return code
  const connues = nomenclature.listes.flatMap((l) => l.modalites.filter((m) => m.code === code).map((m) => m.libelle))
  return connues[0] ?? code
}

const listeDe = (nomenclature: Nomenclature, champ: string): string | undefined =>
  ({
    role: nomenclature.listeRoles,
    destination: nomenclature.listeDestinations,
    motif_cloture: nomenclature.listeMotifs,
  })[champ]

/** « Victime → Témoin » */
export const changementEnMots = (mots: Mots, { champ, avant, apres }: ChampChange): string =>
  `${valeurEnMots(mots, champ, avant)} → ${valeurEnMots(mots, champ, apres)}`

/** Typed words, never codes. */
const enClair: ReadonlySet<string> = new Set(
  'nom prenom telephone commune note libelle lien_foyer precision heure'.split(' '),
)

const champs: Readonly<Record<string, string>> = {
  nom: 'Nom',
  prenom: 'Prénom',
  naissance: 'Naissance',
  telephone: 'Téléphone',
  commune: 'Commune',
  lien_foyer: 'Lien au foyer',
  role: 'Rôle',
  date: 'Date',
  heure: 'Heure',
  duree_minutes: 'Durée (min)',
  note: 'Note',
  saisine_date: 'Date de saisine',
  clos_le: 'Clôture',
  motif_cloture: 'Motif de clôture',
  destination: 'Orientation vers',
  partenaire_id: 'Partenaire',
  personne_id: 'Personne',
  statut: 'Statut',
  repondu_le: 'Réponse le',
  libelle: 'Intitulé',
  faite_le: 'Faite le',
  echeance: 'Échéance',
  precision: 'Précision',
  du: 'Du',
  au: 'Au',
  referent_id: 'Service référent',
  relais_id: 'Service de relais',
  relais_le: 'Relais le',
  ouverte_le: 'Ouverte le',
  demarche: 'Démarche',
  domaine: 'Domaine',
  etablissement: 'Établissement',
  entree: 'Entrée',
  sortie: 'Sortie',
  type: 'Genre',
  objet: 'Objet',
  reponse: 'Réponse',
  validee_le: 'Validée le',
  debut_le: 'Début',
  heures: 'Heures',
}

const tableaux: Readonly<Record<string, string>> = {
  personne: 'Identité',
  suivi: 'Suivi',
  participation: 'Place dans le suivi',
  entretien: 'Entretien',
  presence: 'Présence',
  orientation: 'Orientation',
  echeance: 'Échéance',
  remise_notice: 'Remise de la notice',
  reperage: 'Ouverture avant tout entretien',
  parcours_repere: 'Étape',
  consentement: 'Consentement',
  statut_penal: 'Statut pénal',
  mesure: 'Mesure',
  passage: 'Séjour en établissement',
  situation: 'Situation',
  situation_correction: 'Correction de situation',
  demarche: 'Démarche',
  demarche_statut: 'État d’une démarche',
  comite: 'Comité',
  comite_decision: 'Décision de comité',
  rattachement: 'Service référent et relais',
  contrat: 'Contrat',
  accueil: 'Accueil TIG',
  journee: 'Ligne de la feuille de présence',
  journee_correction: 'Ligne corrigée',
  incident: 'Incident',
  fusion: 'Fusion de fiches',
  distinction: 'Homonymes distincts',
  strategie: 'Stratégie',
  strategie_axe: 'Axe',
  strategie_territoire: 'Territoire',
  fiche_action: 'Fiche action',
  indicateur: 'Indicateur',
  budget_ligne: 'Ligne de budget',
  instance: 'Instance',
  reunion: 'Réunion',
  signataire: 'Signataire',
  secteur: 'Secteur',
  signalement: 'Signalement',
  intervention: 'Intervention',
  modele_lettre: 'Modèle de lettre',
  poste: 'Poste financé',
}
