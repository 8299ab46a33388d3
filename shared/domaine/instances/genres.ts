import type { Frequence } from './frequence.ts'

/**
 * Kinds of instance of a CLSPD or a STSPD. `nominatif`: whether persons may be spoken of. The plénière and the restreint
 * never (AU-038, CNIL 2014-262); a groupe de travail et d'échange d'informations may (L132-5, code de la sécurité
 * intérieure); a cellule de veille only once the CLSPD has made it one (`si-declare`). Others speak of persons
 * under a law of their own, and Jalon keeps nothing of it (`ailleurs`).
 */
export const genresInstance = {
  pleniere: {
    libelle: 'Séance plénière',
    frequence: 'annuelle',
    fondement: 'Au moins une fois par an (art. D132-9, code de la sécurité intérieure).',
    nominatif: 'jamais',
  },
  restreint: {
    libelle: 'Conseil restreint',
    frequence: 'trimestrielle',
    fondement: 'Formation restreinte du conseil (art. D132-9, code de la sécurité intérieure).',
    nominatif: 'jamais',
  },
  'cellule-de-veille': {
    libelle: 'Cellule de veille',
    frequence: 'mensuelle',
    fondement: 'Stratégie territoriale. Groupe de l’article L132-5 si le règlement intérieur du conseil le dit.',
    nominatif: 'si-declare',
  },
  'groupe-l132-5': {
    libelle: 'Groupe de travail et d’échange d’informations',
    frequence: 'besoin',
    fondement: 'Art. L132-5, code de la sécurité intérieure, et règlement intérieur du conseil.',
    nominatif: 'si-declare',
  },
  'comite-de-suivi': {
    libelle: 'Comité de suivi d’action',
    frequence: 'besoin',
    fondement: 'Stratégie territoriale : bilan d’une fiche action.',
    nominatif: 'jamais',
  },
  'groupe-territorial': {
    libelle: 'Groupe territorial',
    frequence: 'annuelle',
    fondement: 'Stratégie territoriale : une fois par an et par secteur.',
    nominatif: 'jamais',
  },
  cddf: {
    libelle: 'Conseil des droits et devoirs des familles',
    frequence: 'besoin',
    fondement: 'Art. L141-1, code de l’action sociale et des familles : ici, le nombre de réunions seulement.',
    nominatif: 'ailleurs',
  },
  gltd: {
    libelle: 'Groupe local de traitement de la délinquance',
    frequence: 'besoin',
    fondement: 'Créé et présidé par le procureur (art. L132-10-2, code de la sécurité intérieure).',
    nominatif: 'ailleurs',
  },
  autre: { libelle: 'Autre instance', frequence: 'besoin', fondement: '', nominatif: 'jamais' },
} as const satisfies Readonly<Record<string, GenreDeclare>>

type GenreDeclare = {
  readonly libelle: string
  readonly frequence: Frequence
  /** Where the kind comes from, as shown. */
  readonly fondement: string
  readonly nominatif: 'jamais' | 'si-declare' | 'ailleurs'
}

export const codesGenreInstance = [
  'pleniere',
  'restreint',
  'cellule-de-veille',
  'groupe-l132-5',
  'comite-de-suivi',
  'groupe-territorial',
  'cddf',
  'gltd',
  'autre',
] as const satisfies readonly (keyof typeof genresInstance)[]
export type GenreInstance = (typeof codesGenreInstance)[number]
