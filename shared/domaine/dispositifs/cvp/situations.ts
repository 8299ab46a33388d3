import type { Liste } from '../../dispositif.ts'

/** How far an answer goes: `acquis` holds outside, `fragile` for a time only, `manque` not at all; without a level, it says nothing. */
export type Niveau = 'acquis' | 'fragile' | 'manque'

/** One question asked at entry and at exit, in the same words. */
export type QuestionSituation = {
  readonly code: string
  readonly libelle: string
  readonly type: 'choix' | 'choix-multiple'
  readonly liste: string
  readonly actif: boolean
  readonly aide?: string
}

export const questionsSituation: readonly QuestionSituation[] = [
  { code: 'logement', libelle: 'Logement', type: 'choix', liste: 'situation-logement', actif: true },
  { code: 'domiciliation', libelle: 'Domiciliation', type: 'choix', liste: 'situation-domiciliation', actif: true },
  { code: 'activite', libelle: 'Emploi, activité', type: 'choix', liste: 'situation-activite', actif: true },
  { code: 'ressources', libelle: 'Ressources', type: 'choix-multiple', liste: 'situation-ressources', actif: true },
  { code: 'papiers', libelle: 'Papiers d’identité', type: 'choix', liste: 'situation-papiers', actif: true },
  {
    code: 'couverture',
    libelle: 'Couverture maladie',
    type: 'choix-multiple',
    liste: 'situation-couverture',
    actif: true,
    aide: 'La couverture seulement : rien de médical n’est noté.',
  },
  { code: 'mobilite', libelle: 'Mobilité', type: 'choix', liste: 'situation-mobilite', actif: true },
  { code: 'famille', libelle: 'Situation familiale', type: 'choix', liste: 'situation-familiale', actif: true },
  { code: 'etudes', libelle: 'Niveau d’étude', type: 'choix', liste: 'situation-etudes', actif: true },
]

type Reponse = readonly [code: string, libelle: string, niveau?: Niveau]
type Declaree = { readonly code: string; readonly libelle: string; readonly reponses: readonly Reponse[] }

const declarees: readonly Declaree[] = [
  {
    code: 'situation-logement',
    libelle: 'Logement',
    reponses: [
      ['proprietaire', 'Propriétaire', 'acquis'],
      ['locataire-prive', 'Locataire, parc privé', 'acquis'],
      ['locataire-social', 'Locataire, parc social', 'acquis'],
      ['logement-accompagne', 'Logement accompagné, résidence sociale', 'acquis'],
      ['chez-parents', 'Hébergé au domicile parental', 'fragile'],
      ['chez-tiers', 'Hébergé chez un tiers', 'fragile'],
      ['hebergement', 'Hébergement (CHRS, CHU, CPH, CADA)', 'fragile'],
      ['hotel', 'Hôtel', 'fragile'],
      ['fortune', 'Logement de fortune, squat, caravane', 'manque'],
      ['insalubre', 'Logement insalubre', 'manque'],
      ['sans-abri', 'Sans hébergement, sans abri', 'manque'],
      ['detention', 'En détention', 'manque'],
      ['inconnu', 'Inconnu'],
    ],
  },
  {
    code: 'situation-domiciliation',
    libelle: 'Domiciliation',
    reponses: [
      ['ccas', 'Oui, au CCAS', 'acquis'],
      ['association', 'Oui, dans une association', 'acquis'],
      ['spip', 'Oui, par le SPIP', 'acquis'],
      ['en-cours', 'En cours', 'fragile'],
      ['non', 'Non', 'manque'],
      ['inconnu', 'Inconnu'],
    ],
  },
  {
    code: 'situation-activite',
    libelle: 'Emploi, activité',
    reponses: [
      ['cdi', 'CDI', 'acquis'],
      ['cdd', 'CDD', 'acquis'],
      ['interim', 'Intérim', 'acquis'],
      ['iae', 'CDDI, insertion par l’activité économique', 'acquis'],
      ['formation', 'Formation', 'acquis'],
      ['alternance', 'Alternance', 'acquis'],
      ['stage', 'Stage', 'fragile'],
      ['service-civique', 'Service civique', 'acquis'],
      ['recherche', 'Recherche d’emploi, inscrit à France Travail', 'fragile'],
      ['non-inscrit', 'Sans activité, non inscrit', 'manque'],
      ['etudes', 'Étudiant, scolarisé', 'acquis'],
      ['retraite', 'Retraite', 'acquis'],
      ['invalidite', 'Invalidité, longue maladie', 'acquis'],
      ['travail-detention', 'Travail en détention', 'manque'],
      ['inconnu', 'Inconnu'],
    ],
  },
  {
    code: 'situation-ressources',
    libelle: 'Ressources',
    reponses: [
      ['sans', 'Sans ressources', 'manque'],
      ['salaire', 'Salaire', 'acquis'],
      ['are-ass', 'ARE, ASS', 'acquis'],
      ['rsa', 'RSA', 'acquis'],
      ['aah', 'AAH', 'acquis'],
      ['cej', 'Contrat d’engagement jeune', 'acquis'],
      ['ij', 'Indemnités journalières', 'acquis'],
      ['pension-invalidite', 'Pension d’invalidité', 'acquis'],
      ['retraite', 'Retraite, ASPA', 'acquis'],
      ['prestations-familiales', 'Prestations familiales', 'fragile'],
      ['prime-activite', 'Prime d’activité', 'fragile'],
      ['apl', 'APL', 'fragile'],
      ['ada', 'ADA', 'fragile'],
      ['aide-ccas', 'Aide du CCAS', 'fragile'],
      ['formation', 'Revenus de formation', 'acquis'],
      ['autre', 'Autre', 'fragile'],
    ],
  },
  {
    code: 'situation-papiers',
    libelle: 'Papiers d’identité',
    reponses: [
      ['valide', 'Carte d’identité ou passeport valide', 'acquis'],
      ['perime', 'Périmés', 'manque'],
      ['perdu', 'Perdus', 'manque'],
      ['en-cours', 'En cours', 'fragile'],
      ['titre-valide', 'Titre de séjour valide', 'acquis'],
      ['titre-en-cours', 'Titre de séjour en cours', 'fragile'],
      ['sans-titre', 'Sans titre de séjour', 'manque'],
      ['inconnu', 'Inconnu'],
    ],
  },
  {
    code: 'situation-couverture',
    libelle: 'Couverture maladie',
    reponses: [
      ['aucune', 'Aucune', 'manque'],
      ['regime-general', 'Régime général', 'acquis'],
      ['puma', 'PUMa', 'acquis'],
      ['ame', 'AME', 'acquis'],
      ['css', 'Complémentaire santé solidaire', 'acquis'],
      ['autre', 'Autre', 'acquis'],
    ],
  },
  {
    code: 'situation-mobilite',
    libelle: 'Mobilité',
    reponses: [
      ['permis-vehicule', 'Permis B, avec véhicule', 'acquis'],
      ['permis', 'Permis B, sans véhicule', 'fragile'],
      ['permis-suspendu', 'Permis suspendu', 'manque'],
      ['transports', 'Transports en commun', 'fragile'],
      ['aucun', 'Aucun moyen', 'manque'],
      ['inconnu', 'Inconnu'],
    ],
  },
  {
    code: 'situation-familiale',
    libelle: 'Situation familiale',
    reponses: [
      ['celibataire', 'Célibataire'],
      ['marie', 'Marié'],
      ['pacse', 'Pacsé'],
      ['concubinage', 'Concubinage'],
      ['separe', 'Séparé'],
      ['divorce', 'Divorcé'],
      ['veuf', 'Veuf'],
      ['parent-isole', 'Parent isolé'],
      ['couple-enfants', 'Couple avec enfants'],
      ['inconnu', 'Inconnu'],
    ],
  },
  {
    code: 'situation-etudes',
    libelle: 'Niveau d’étude',
    reponses: [
      ['sans-diplome', 'Sans diplôme'],
      ['cap-bep', 'CAP, BEP'],
      ['bac', 'Bac'],
      ['bac-2', 'Bac + 2'],
      ['bac-3-plus', 'Bac + 3 et plus'],
      ['inconnu', 'Inconnu'],
    ],
  },
]

export const listesSituation: readonly Liste[] = declarees.map(({ code, libelle, reponses }) => ({
  code,
  libelle,
  modalites: reponses.map(([valeur, texte]) => ({ code: valeur, libelle: texte })),
}))

/** Level of an answer, by code of its list; none for an answer added by the post, which says nothing about release. */
export const niveauxSituation: ReadonlyMap<string, ReadonlyMap<string, Niveau>> = new Map(
  declarees.map(({ code, reponses }) => [
    code,
    new Map(reponses.flatMap(([valeur, , niveau]) => (niveau === undefined ? [] : [[valeur, niveau]]))),
  ]),
)
