import { z } from 'zod'
import { ageAu, ajouterMois, dateFrancaise } from '../../utils/dates.ts'

/** What a host is told of the measure (field reference §2.3): what it is called, which says its hours and who follows it. */
export const mesuresTig = ['tig', 'sp-tig', 'tig-mineur', 'tnr-cp', 'tnr-maire', 'reparation'] as const
export const MesureTig = z.enum(mesuresTig)
export type MesureTig = z.infer<typeof MesureTig>

type Regle = {
  readonly libelle: string
  readonly synonymes: readonly string[]
  readonly famille: FamilleMesure
  /** Hours that the law allows, bounds included, and the article that says so. */
  readonly heures?: { readonly min: number; readonly max: number; readonly article: string }
  /** Highest number of hours for a decision of before that day. */
  readonly avant?: { readonly jour: string; readonly max: number; readonly loi: string }
  /** Months to do them; a magistrate may suspend the delay, so that a longer one is told and not refused. */
  readonly delai?: { readonly mois: number; readonly article: string }
  readonly ageMin?: { readonly ans: number; readonly article: string }
}

export const famillesMesure = ['tig', 'tnr', 'reparation'] as const
export type FamilleMesure = (typeof famillesMesure)[number]
export const libellesFamilleMesure: Readonly<Record<FamilleMesure, string>> = {
  tig: 'Travail d’intérêt général',
  tnr: 'Travail non rémunéré',
  reparation: 'Réparation',
}

const peine = {
  famille: 'tig',
  heures: { min: 20, max: 400, article: 'art. 131-8 du code pénal' },
  delai: { mois: 18, article: 'art. 131-22 du code pénal' },
  ageMin: { ans: 16, article: 'art. L122-1 du code de la justice pénale des mineurs' },
} as const

/** Hours and delays of each measure (field reference §2.1, text of April 2026). */
export const reglesMesure: Readonly<Record<MesureTig, Regle>> = {
  tig: { ...peine, libelle: 'TIG', synonymes: ['travail d’intérêt général', 'TIG peine'] },
  'sp-tig': {
    ...peine,
    libelle: 'Sursis probatoire avec TIG',
    synonymes: ['SP TIG', 'sursis TIG', 'STIG', 'sursis probatoire'],
  },
  'tig-mineur': { ...peine, libelle: 'TIG d’un mineur', synonymes: ['TIG mineur'] },
  'tnr-cp': {
    libelle: 'TNR, composition pénale',
    synonymes: ['TNR', 'TNR CP', 'composition pénale', 'travail non rémunéré'],
    famille: 'tnr',
    heures: { min: 1, max: 100, article: 'art. 41-2 du code de procédure pénale' },
    avant: { jour: '2021-04-09', max: 60, loi: 'loi du 8 avril 2021' },
    delai: { mois: 6, article: 'art. 41-2 du code de procédure pénale' },
  },
  'tnr-maire': {
    libelle: 'TNR, transaction du maire',
    synonymes: ['TNR maire', 'transaction', 'transaction municipale'],
    famille: 'tnr',
    heures: { min: 1, max: 30, article: 'art. 44-1 du code de procédure pénale' },
  },
  reparation: {
    libelle: 'Réparation (mineur)',
    synonymes: ['réparation', 'réparation pénale', 'mesure de réparation'],
    famille: 'reparation',
  },
}

type Prononcee = {
  readonly mesure: MesureTig
  readonly heures: number
  readonly decideLe: string | null
  readonly echeance: string | null
}

/** Values that the law forbids, as `champ → raison`; `direBornes` says them with the article. */
export const erreursDeMesure = (
  { mesure, heures, decideLe }: Prononcee,
  naissance: string | null,
): Readonly<Record<string, string>> => {
  const { heures: bornes, ageMin } = reglesMesure[mesure]
  const jeune =
    ageMin !== undefined && naissance !== null && decideLe !== null && ageAu(naissance, decideLe) < ageMin.ans
  return {
    ...(bornes !== undefined && (heures < bornes.min || heures > bornes.max) ? { heures: 'hors-bornes' } : {}),
    ...(jeune ? { mesure: 'trop-jeune' } : {}),
  }
}

/** « TIG : de 20 à 400 h (art. 131-8 du code pénal). » Empty for a measure whose hours no text bounds. */
export const direBornes = (mesure: MesureTig): string => {
  const { libelle, heures } = reglesMesure[mesure]
  if (heures === undefined) return ''
  const bornes = heures.min === 1 ? `${heures.max} h au plus` : `de ${heures.min} à ${heures.max} h`
  return `${libelle} : ${bornes} (${heures.article}).`
}

export const direAgeMin = (mesure: MesureTig): string => {
  const { ageMin } = reglesMesure[mesure]
  return ageMin === undefined ? '' : `Pas avant ${ageMin.ans} ans le jour de la décision (${ageMin.article}).`
}

/** What is allowed and deserves a look: a law that changed since, a delay longer than the usual one. */
export const avertissementsDeMesure = (
  { mesure, heures, decideLe, echeance }: Prononcee,
  naissance: string | null,
): readonly string[] => {
  const { avant, delai, famille } = reglesMesure[mesure]
  const ancienne = avant !== undefined && decideLe !== null && decideLe < avant.jour && heures > avant.max
  const limite = delai === undefined || decideLe === null ? null : ajouterMois(decideLe, delai.mois)
  const mineur = naissance !== null && decideLe !== null && ageAu(naissance, decideLe) < 18
  return [
    ...(ancienne ? [`Décidée avant la ${avant.loi} : la limite était alors de ${avant.max} h. Vérifiez.`] : []),
    ...(delai !== undefined && limite !== null && echeance !== null && echeance > limite
      ? [
          `Échéance après le ${dateFrancaise(limite)}, terme de ${delai.mois} mois (${delai.article}) : à vérifier, sauf suspension du délai.`,
        ]
      : []),
    ...(mineur && famille === 'tig' && mesure !== 'tig-mineur'
      ? ['Mineur le jour de la décision : est-ce un TIG de mineur ?']
      : []),
    ...(decideLe === null
      ? ['Date de la décision inconnue : cet accueil ne compte pas dans les taux à 6, 12 et 18 mois.']
      : []),
  ]
}
