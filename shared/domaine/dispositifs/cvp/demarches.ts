import type { Liste } from '../../dispositif.ts'

/** Domains in which a démarche is opened (field reference §1.5), those a CVP works in first. */
export const domainesDemarche = [
  'sante',
  'logement',
  'emploi',
  'droits',
  'famille',
  'budget',
  'mobilite',
  'numerique',
  'langue',
] as const
export type DomaineDemarche = (typeof domainesDemarche)[number]

export const libellesDomaineDemarche: Readonly<Record<DomaineDemarche, string>> = {
  sante: 'Santé',
  logement: 'Logement, hébergement',
  emploi: 'Emploi, formation',
  droits: 'Droits, démarches administratives',
  famille: 'Famille',
  budget: 'Budget',
  mobilite: 'Mobilité',
  numerique: 'Numérique',
  langue: 'Lecture, écriture, calcul',
}

/** What must be ready on the day of release. */
export const besoinsSortie = ['papiers', 'logement', 'sante', 'ressources', 'emploi', 'rendez-vous'] as const
export type BesoinSortie = (typeof besoinsSortie)[number]

export const libellesBesoinSortie: Readonly<Record<BesoinSortie, string>> = {
  papiers: 'Papiers',
  logement: 'Logement',
  sante: 'Santé',
  ressources: 'Ressources',
  emploi: 'Emploi',
  'rendez-vous': 'Premier rendez-vous dehors',
}

export type TypeDemarche = {
  readonly code: string
  readonly libelle: string
  readonly domaine: DomaineDemarche
  /** What it makes ready for the release, if anything. */
  readonly besoin?: BesoinSortie
  readonly base?: string
}

/** The démarches that a CVP really opens; a post adds its own, which then belong to the domain they are noted in. */
export const typesDemarche: readonly TypeDemarche[] = [
  { code: 'identite', libelle: 'Carte d’identité, passeport', domaine: 'droits', besoin: 'papiers' },
  { code: 'titre-sejour', libelle: 'Titre de séjour', domaine: 'droits', besoin: 'papiers' },
  { code: 'domiciliation', libelle: 'Domiciliation', domaine: 'droits', base: 'L511-1 code pénitentiaire' },
  {
    code: 'parties-civiles',
    libelle: 'Parties civiles, Trésor public',
    domaine: 'budget',
    base: '132-45 CP, 5° et 6°',
  },
  {
    code: 'couverture-maladie',
    libelle: 'Couverture maladie (PUMa, CSS, AME)',
    domaine: 'sante',
    besoin: 'sante',
    base: 'L513-1 code pénitentiaire',
  },
  { code: 'rendez-vous-soins', libelle: 'Rendez-vous CSAPA, CMP ou médecin', domaine: 'sante', besoin: 'sante' },
  { code: 'mdph', libelle: 'Dossier MDPH', domaine: 'sante' },
  {
    code: 'siao',
    libelle: 'Demande SIAO, 115',
    domaine: 'logement',
    besoin: 'logement',
    base: 'L521-1 code pénitentiaire',
  },
  {
    code: 'hebergement',
    libelle: 'CHRS, résidence sociale, ALT',
    domaine: 'logement',
    besoin: 'logement',
  },
  { code: 'logement-social', libelle: 'Demande de logement social', domaine: 'logement', besoin: 'logement' },
  { code: 'rsa', libelle: 'RSA', domaine: 'budget', besoin: 'ressources' },
  { code: 'are', libelle: 'Allocation chômage', domaine: 'budget', besoin: 'ressources' },
  { code: 'cej', libelle: 'Contrat d’engagement jeune', domaine: 'emploi', besoin: 'ressources' },
  { code: 'surendettement', libelle: 'Surendettement', domaine: 'budget' },
  { code: 'france-travail', libelle: 'Inscription à France Travail', domaine: 'emploi', besoin: 'emploi' },
  { code: 'mission-locale', libelle: 'Mission locale', domaine: 'emploi', besoin: 'emploi' },
  { code: 'iae', libelle: 'Insertion par l’activité économique', domaine: 'emploi', besoin: 'emploi' },
  { code: 'formation', libelle: 'Formation', domaine: 'emploi', besoin: 'emploi' },
  { code: 'recherche-emploi', libelle: 'Recherche d’emploi', domaine: 'emploi', besoin: 'emploi' },
  { code: 'parloir', libelle: 'Visite, parloir', domaine: 'famille' },
  { code: 'lien-enfants', libelle: 'Lien avec les enfants', domaine: 'famille' },
  { code: 'permis', libelle: 'Permis de conduire', domaine: 'mobilite' },
  { code: 'transport', libelle: 'Transport', domaine: 'mobilite' },
  { code: 'acces-numerique', libelle: 'Accès au numérique', domaine: 'numerique' },
  { code: 'apprentissage-francais', libelle: 'Apprentissage du français', domaine: 'langue' },
  { code: 'autre', libelle: 'Autre démarche', domaine: 'droits' },
]

export const listeDemarches: Liste = {
  code: 'demarche',
  libelle: 'Démarche',
  groupes: domainesDemarche.map((code) => ({ code, libelle: libellesDomaineDemarche[code] })),
  modalites: typesDemarche.map(({ code, libelle, domaine }) => ({ code, libelle, groupe: domaine })),
}

/** Destinations of an orientation (`destinations.ts`) that make something ready for the release. */
export const besoinDeDestination: Readonly<Record<string, BesoinSortie>> = {
  prefecture: 'papiers',
  caf: 'ressources',
  siao: 'logement',
  '115': 'logement',
  hebergement: 'logement',
  'residence-sociale': 'logement',
  bailleur: 'logement',
  cpam: 'sante',
  soins: 'sante',
  cmp: 'sante',
  csapa: 'sante',
  'mission-locale': 'emploi',
  emploi: 'emploi',
  iae: 'emploi',
  formation: 'emploi',
  employeur: 'emploi',
}

/** Functions of those who sit in a comité, act, or collect an agreement: a function, never a name. */
export const listeFonctions: Liste = {
  code: 'fonction',
  libelle: 'Fonction',
  modalites: [
    { code: 'cvp', libelle: 'Correspondant ville-prison' },
    { code: 'referent-justice', libelle: 'Référent justice de la mission locale' },
    { code: 'cpip', libelle: 'Conseiller pénitentiaire d’insertion et de probation' },
    { code: 'educateur-pjj', libelle: 'Éducateur PJJ' },
    { code: 'conseiller-mission-locale', libelle: 'Conseiller de mission locale' },
    { code: 'conseiller-emploi', libelle: 'Conseiller France Travail' },
    { code: 'travailleur-social-ccas', libelle: 'Travailleur social du CCAS' },
    { code: 'travailleur-social-departement', libelle: 'Travailleur social du Département' },
    { code: 'referent-hebergement', libelle: 'Référent hébergement, logement' },
    { code: 'siao', libelle: 'SIAO' },
    { code: 'soignant', libelle: 'Professionnel de santé' },
    { code: 'association', libelle: 'Association' },
    { code: 'responsable', libelle: 'Responsable du service' },
    { code: 'dpo', libelle: 'Délégué à la protection des données' },
    { code: 'personne', libelle: 'La personne elle-même' },
    { code: 'autre', libelle: 'Autre' },
  ],
}
