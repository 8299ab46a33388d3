/** « personnes.enregistrer » → « Personnes : enregistrement »; a word not known here is shown as it is. */
export const gesteEnMots = (geste: string): string => {
  const [lieu = '', acte = ''] = geste.split('.')
  if (lieu === 'commande') return `Ligne de commande : ${acte}`
  return ouvertures[geste] ?? `${lieux[lieu] ?? lieu} : ${actes[acte] ?? enClair(acte)}`
}

/** « noterStatutDemarche » → « noter statut demarche » */
const enClair = (acte: string): string => acte.replaceAll(/[A-Z]/gu, (lettre) => ` ${lettre.toLowerCase()}`)

const ouvertures: Readonly<Record<string, string>> = {
  'coffre.ouvrir': 'Ouverture du coffre',
  'coffre.creer': 'Création du coffre',
  'coffre.ouvrirParSecours': 'Ouverture du coffre par le code de secours',
  'coffre.changerPhrase': 'Changement de la phrase de passe',
  'coffre.confirmerSecours': 'Confirmation du code de secours',
  'coffre.renouvelerSecours': 'Nouveau code de secours',
  'echanges.importer': 'Import d’un fichier',
  'copieEnClair.ecrire': 'Copie de tout le coffre en clair',
  'bilans.exporter': 'Publication d’un bilan',
  'bilans.republier': 'Fichiers d’un bilan publié, écrits à nouveau',
  'bilans.rapport': 'Lecture du rapport de contrôle d’un bilan',
}

const lieux: Readonly<Record<string, string>> = {
  coffre: 'Coffre',
  acces: 'Utilisateurs',
  agenda: 'Agenda',
  entretiens: 'Entretiens',
  personnes: 'Personnes',
  suivis: 'Suivis',
  echeances: 'Échéances',
  partenaires: 'Partenaires',
  nomenclature: 'Listes',
  listes: 'Listes',
  lettres: 'Lettres',
  bilans: 'Bilans',
  echanges: 'Échanges',
  reglages: 'Réglages',
  parcours: 'Parcours',
  etablissements: 'Établissements',
  impressions: 'Impressions',
  contexte: 'Chiffres de contexte',
  strategie: 'Stratégie',
  instances: 'Instances',
  observatoire: 'Observatoire',
  lots: 'Lots',
  postesSuivis: 'Postes suivis',
  sauvegardes: 'Sauvegardes',
  restauration: 'Restauration',
  tig: 'Accueils TIG',
}

const actes: Readonly<Record<string, string>> = {
  declarerDistinctes: 'homonymes déclarés distincts',
  lire: 'consultation',
  lireReunion: 'consultation d’une réunion',
  enregistrer: 'enregistrement',
  supprimer: 'suppression',
  retirer: 'retrait',
  retablir: 'remise en place',
  ajouter: 'ajout',
  modifier: 'modification',
  exporter: 'export',
  fusionner: 'fusion',
  defaireFusion: 'fusion défaite',
  importer: 'import',
  ecrire: 'écriture',
  imprimer: 'impression',
  imprimerAvecNoms: 'impression avec les noms',
  imprimerReunions: 'impression des réunions',
  ajouterModele: 'ajout d’un modèle',
  supprimerModele: 'suppression d’un modèle',
  exporterModele: 'export d’un modèle',
  noterRemise: 'remise de la notice',
  ouvrir: 'ouverture',
  clore: 'clôture',
  rouvrir: 'réouverture',
}
