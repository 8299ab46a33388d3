import type { Groupe, Liste } from '../../dispositif.ts'

/** What a mesure is, which decides the rules and the legal clocks that apply to it. */
export const naturesMesure = [
  { code: 'avant-jugement', libelle: 'Avant jugement' },
  { code: 'peine', libelle: 'Peine' },
  { code: 'amenagement', libelle: 'Aménagement ou exécution de la peine' },
  { code: 'milieu-ouvert', libelle: 'Suivi en milieu ouvert' },
  { code: 'alternative', libelle: 'Alternative aux poursuites' },
  { code: 'mineur', libelle: 'Mineurs' },
  { code: 'ancienne', libelle: 'Ancien libellé (import seulement)' },
  { code: 'aucune', libelle: 'Sans mesure' },
] as const satisfies readonly Groupe[]
type Nature = (typeof naturesMesure)[number]['code']

export type MesureConnue = {
  readonly code: string
  readonly libelle: string
  readonly nature: Nature
  /** Article that founds it: « CP » code pénal, « CPP » procédure pénale, « CJPM » mineurs, else code pénitentiaire. */
  readonly base: string
  /** The person is under écrou: « selon » when the way it is served decides. */
  readonly sousEcrou: 'oui' | 'non' | 'selon'
  /** Spellings met in spreadsheets. */
  readonly synonymes?: readonly string[]
}

/**
 * Judicial frame, law of April 2026. The former names (before the reform of 2019) are kept so that an old file can be read,
 * and are never offered.
 */
export const mesuresConnues: readonly MesureConnue[] = [
  { code: 'dp', libelle: 'Détention provisoire', nature: 'avant-jugement', base: 'L211-1', sousEcrou: 'oui' },
  {
    code: 'cj',
    libelle: 'Contrôle judiciaire',
    nature: 'avant-jugement',
    base: 'D113-41',
    sousEcrou: 'non',
    synonymes: ['CJ'],
  },
  {
    code: 'arse',
    libelle: 'Assignation à résidence sous surveillance électronique',
    nature: 'avant-jugement',
    base: 'L632-1',
    sousEcrou: 'non',
    synonymes: ['ARSE'],
  },
  {
    code: 'emprisonnement',
    libelle: 'Peine d’emprisonnement en cours',
    nature: 'peine',
    base: '131-3 CP',
    sousEcrou: 'oui',
    synonymes: ['emprisonnement', 'incarcération', 'détention'],
  },
  {
    code: 'ddse-peine',
    libelle: 'Détention à domicile sous surveillance électronique (peine)',
    nature: 'peine',
    base: '131-4-1 CP, L622-1',
    sousEcrou: 'non',
  },
  {
    code: 'ddse-amenagement',
    libelle: 'Détention à domicile sous surveillance électronique (aménagement)',
    nature: 'amenagement',
    base: '132-25 et 132-26 CP',
    sousEcrou: 'oui',
    synonymes: ['DDSE'],
  },
  {
    code: 'sl',
    libelle: 'Semi-liberté',
    nature: 'amenagement',
    base: '132-25 et 132-26 CP, D112-20',
    sousEcrou: 'oui',
    synonymes: ['SL'],
  },
  {
    code: 'pe',
    libelle: 'Placement à l’extérieur',
    nature: 'amenagement',
    base: 'L424-3 et L424-4',
    sousEcrou: 'oui',
    synonymes: ['PE', 'placement extérieur'],
  },
  {
    code: 'lc',
    libelle: 'Libération conditionnelle',
    nature: 'amenagement',
    base: 'L530-1, 729 CPP',
    sousEcrou: 'non',
    synonymes: ['LC'],
  },
  {
    code: 'lsc',
    libelle: 'Libération sous contrainte',
    nature: 'amenagement',
    base: '720 I CPP, D422-1 à D422-4',
    sousEcrou: 'selon',
    synonymes: ['LSC'],
  },
  {
    code: 'lsc-pd',
    libelle: 'Libération sous contrainte de plein droit',
    nature: 'amenagement',
    base: '720 II CPP, D422-4-1 à D422-4-3',
    sousEcrou: 'selon',
    synonymes: ['LSC PD', 'LSC de plein droit'],
  },
  { code: 'permission', libelle: 'Permission de sortir', nature: 'amenagement', base: 'L424-5', sousEcrou: 'oui' },
  { code: 'susp', libelle: 'Suspension de peine', nature: 'amenagement', base: 'L423-2', sousEcrou: 'selon' },
  { code: 'frac', libelle: 'Fractionnement de peine', nature: 'amenagement', base: 'L423-2', sousEcrou: 'selon' },
  {
    code: 'sp',
    libelle: 'Sursis probatoire',
    nature: 'milieu-ouvert',
    base: '132-40 et 132-42 CP',
    sousEcrou: 'non',
    synonymes: ['SP'],
  },
  {
    code: 'spr',
    libelle: 'Sursis probatoire renforcé',
    nature: 'milieu-ouvert',
    base: '132-41-1 CP, L621-3',
    sousEcrou: 'non',
    synonymes: ['SPR'],
  },
  {
    code: 'sp-tig',
    libelle: 'Sursis probatoire avec travail d’intérêt général',
    nature: 'milieu-ouvert',
    base: '132-45 CP',
    sousEcrou: 'non',
  },
  {
    code: 'tig',
    libelle: 'Travail d’intérêt général (peine)',
    nature: 'milieu-ouvert',
    base: '131-8 CP',
    sousEcrou: 'non',
    synonymes: ['TIG'],
  },
  {
    code: 'ssj',
    libelle: 'Suivi socio-judiciaire',
    nature: 'milieu-ouvert',
    base: '131-36-1 CP, L626-1',
    sousEcrou: 'non',
    synonymes: ['SSJ'],
  },
  { code: 'sj', libelle: 'Surveillance judiciaire', nature: 'milieu-ouvert', base: 'L543-1', sousEcrou: 'non' },
  {
    code: 'suivi-721-2',
    libelle: 'Suivi après libération (721-2 CPP)',
    nature: 'milieu-ouvert',
    base: '721-2 CPP, D113-36',
    sousEcrou: 'non',
  },
  {
    code: 'psem',
    libelle: 'Placement sous surveillance électronique mobile',
    nature: 'milieu-ouvert',
    base: 'L544-1',
    sousEcrou: 'non',
    synonymes: ['PSEM'],
  },
  {
    code: 'bar',
    libelle: 'Bracelet anti-rapprochement',
    nature: 'milieu-ouvert',
    base: '132-45-1 CP, L631-1',
    sousEcrou: 'non',
    synonymes: ['BAR'],
  },
  { code: 'stage', libelle: 'Peine de stage', nature: 'peine', base: '131-5-1 CP', sousEcrou: 'non' },
  {
    code: 'sanction-rep',
    libelle: 'Sanction-réparation',
    nature: 'peine',
    base: '131-3 CP, D113-36',
    sousEcrou: 'non',
  },
  { code: 'jour-amende', libelle: 'Jours-amende', nature: 'peine', base: '131-3 CP, D113-36', sousEcrou: 'non' },
  {
    code: 'interdiction-sejour',
    libelle: 'Interdiction de séjour',
    nature: 'milieu-ouvert',
    base: '131-3 CP, D113-36',
    sousEcrou: 'non',
  },
  {
    code: 'ajournement-mae',
    libelle: 'Ajournement avec mise à l’épreuve',
    nature: 'milieu-ouvert',
    base: '131-3 CP, D113-36',
    sousEcrou: 'non',
  },
  { code: 'compo-penale', libelle: 'Composition pénale', nature: 'alternative', base: '41-2 CPP', sousEcrou: 'non' },
  {
    code: 'alt-poursuites',
    libelle: 'Alternative aux poursuites',
    nature: 'alternative',
    base: '41-1 CPP',
    sousEcrou: 'non',
  },
  {
    code: 'transaction-maire',
    libelle: 'Transaction du maire',
    nature: 'alternative',
    base: '44-1 CPP',
    sousEcrou: 'non',
  },
  {
    code: 'mej',
    libelle: 'Mesure éducative judiciaire',
    nature: 'mineur',
    base: 'L112-2 CJPM',
    sousEcrou: 'non',
    synonymes: ['MEJ'],
  },
  { code: 'aj', libelle: 'Avertissement judiciaire', nature: 'mineur', base: 'L111-1 CJPM', sousEcrou: 'non' },
  {
    code: 'tig-mineur',
    libelle: 'Travail d’intérêt général (mineur)',
    nature: 'mineur',
    base: 'L122-1 CJPM',
    sousEcrou: 'non',
  },
  { code: 'aucune', libelle: 'Fin de peine sans mesure', nature: 'aucune', base: '', sousEcrou: 'non' },
  ancienne('sme', 'Sursis avec mise à l’épreuve (ancien)', 'non', ['SME', 'sursis avec mise à l’épreuve']),
  ancienne('sursis-tig', 'Sursis-TIG (ancien)', 'non', ['STIG', 'sursis-TIG']),
  ancienne('contrainte-penale', 'Contrainte pénale (ancien)', 'non', ['contrainte pénale']),
  ancienne('pse', 'Placement sous surveillance électronique (ancien)', 'oui', ['PSE', 'bracelet électronique']),
  ancienne('sefip', 'Surveillance électronique de fin de peine (ancien)', 'oui', ['SEFIP', 'PSE fin de peine']),
]

function ancienne(
  code: string,
  libelle: string,
  sousEcrou: MesureConnue['sousEcrou'],
  synonymes: readonly string[],
): MesureConnue {
  return { code, libelle, nature: 'ancienne', base: '', sousEcrou, synonymes }
}

/** The same as a list that the post may rename, hide or complete; the nature is where a value of its own is placed. */
export const listeMesures: Liste = {
  code: 'mesure',
  libelle: 'Mesure',
  groupes: naturesMesure,
  modalites: mesuresConnues.map(({ code, libelle, nature, synonymes }) => ({
    code,
    libelle,
    groupe: nature,
    masquee: nature === 'ancienne',
    synonymes: synonymes ?? [],
  })),
}
