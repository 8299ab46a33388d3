import { z } from 'zod'
import { CodeDispositifSchema, Id, Jour, ligne } from '../communs.ts'

/**
 * What becomes of a dossier at its term: `anonymisation` keeps its facts, without anything that says whose they are, so that
 * they are still counted; `effacement` keeps nothing but the reports already published.
 */
export const sortsConservation = ['anonymisation', 'effacement'] as const
export type SortConservation = (typeof sortsConservation)[number]

/** How long a dispositif keeps a dossier, as declared with it: the text that the duration comes from is part of the rule. */
export const ConservationDeclaree = z.strictObject({
  mois: z.int(),
  /** What the months are counted from. `cloture`: while a suivi is open, nothing is counted. */
  depuis: z.enum(['dernier-contact', 'cloture']),
  sort: z.enum(sortsConservation),
  /** Whether the public archives must agree to the destruction first (code du patrimoine). */
  visa: z.boolean(),
  source: z.string(),
  /** A term set by a text that leaves no choice: the post cannot change it. */
  fixe: z.boolean().optional(),
})
export type ConservationDeclaree = Readonly<z.infer<typeof ConservationDeclaree>>

/** Who decides of a duration. */
export const decideurs = {
  responsable: 'Responsable du traitement',
  dpo: 'Délégué à la protection des données',
  archives: 'Archives publiques',
} as const
export type Decideur = keyof typeof decideurs
const Decideur = z.enum(Object.keys(decideurs) as [Decideur, ...Decideur[]])

/** Months that a post may choose: ten years at most, for a duration is not « always ». */
export const MOIS_MAX = 120

/** The rule as the post decides it, the text it relies on and the function that decided. */
export const RegleChoisie = z.strictObject({
  dispositif: CodeDispositifSchema,
  mois: z.int().min(1).max(MOIS_MAX),
  sort: z.enum(sortsConservation),
  visa: z.boolean(),
  source: ligne(300).min(10),
  par: Decideur,
})
export type RegleChoisie = z.infer<typeof RegleChoisie>

/** The rule that holds, and the one declared beside it when the post chose another. */
export const Regle = z.strictObject({
  dispositif: CodeDispositifSchema,
  mois: z.int(),
  depuis: z.enum(['dernier-contact', 'cloture']),
  sort: z.enum(sortsConservation),
  visa: z.boolean(),
  source: z.string(),
  fixe: z.boolean(),
  /** Null while the declared rule holds. */
  choisie: z.strictObject({ par: Decideur, le: z.iso.datetime() }).nullable(),
  declaree: z.strictObject({ mois: z.int(), sort: z.enum(sortsConservation), visa: z.boolean(), source: z.string() }),
})
export type Regle = z.infer<typeof Regle>

/** The public archives agreed to the destruction of what reaches its term by `jusquAu`. */
export const VisaArchives = z.strictObject({
  id: Id,
  dispositif: CodeDispositifSchema,
  jusquAu: Jour,
  obtenuLe: Jour,
  /** Number of the destruction slip. */
  reference: ligne(120).min(1),
})
export type VisaArchives = z.infer<typeof VisaArchives>
