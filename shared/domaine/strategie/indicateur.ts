import { z } from 'zod'
import { Id, ligne } from '../communs.ts'
import { codesLiaison } from './liaisons.ts'
import { periodicites, PeriodeSuivie } from './periode-suivie.ts'
import { genresValeur, typesIndicateur, Valeur } from './valeur.ts'

/** Which way success lies: more persons welcomed, or fewer incidents. */
export const sensIndicateur = ['hausse', 'baisse'] as const

/** How a fiche is judged: one thing that is counted, listed, told or done, period after period. */
export const Indicateur = z.strictObject({
  id: Id,
  ficheId: Id,
  libelle: ligne(200).min(1),
  type: z.enum(typesIndicateur),
  unite: ligne(40),
  periodicite: z.enum(periodicites),
  sens: z.enum(sensIndicateur),
  /** What Jalon counts in its place; its realised values are then never typed. */
  liaison: z.enum(codesLiaison).nullable(),
})
export type Indicateur = z.infer<typeof Indicateur>

/** One cell to write; null empties it. */
export const ValeurANoter = z.strictObject({
  indicateurId: Id,
  /** One of the periods of the indicator, or its year for the target. */
  periode: PeriodeSuivie,
  genre: z.enum(genresValeur),
  valeur: Valeur.nullable(),
})
export type ValeurANoter = z.infer<typeof ValeurANoter>

/** Target and realised of one period. */
export const CaseSuivie = z.strictObject({
  periode: PeriodeSuivie,
  cible: Valeur.nullable(),
  /** The target is that of the periods, none was typed for the year. */
  cibleCalculee: z.boolean(),
  realise: Valeur.nullable(),
  /** The instant the realised value was typed; null when nothing was, or when Jalon counts it. */
  noteLe: z.string().nullable(),
  /** Counted, but too few persons for whoever reads. */
  masque: z.boolean(),
})
export type CaseSuivie = z.infer<typeof CaseSuivie>

/** An indicator over one year, with what is computed of it. */
export const IndicateurLu = Indicateur.extend({
  periodes: z.array(CaseSuivie),
  /** The whole year: summed over its periods, or counted for itself. */
  annee: CaseSuivie,
  /** The whole year before. */
  precedente: Valeur.nullable(),
  /** Percent, one decimal: (N − N‑1) / N‑1. Null when it can't be computed, or a year is not whole. */
  evolution: z.number().nullable(),
  /** Null without a target that can be compared. */
  atteint: z.boolean().nullable(),
  /** Realised over target, from 0 up; null as above. */
  part: z.number().nullable(),
})
export type IndicateurLu = z.infer<typeof IndicateurLu>
