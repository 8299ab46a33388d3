import { z } from 'zod'
import { type DateIso, dateFrancaise, estDateIso } from '../utils/dates.ts'
import { comparerEnFrancais, normaliser } from '../utils/texte.ts'
import { nomDePeriode, type Periode, reculer } from './bilan/periode.ts'
import { Annee, CodeDispositifSchema, Id, Jour, ligne } from './communs.ts'

const JourPublie = Jour.regex(/^(?:19|20)/)
const Valeur = z.number().min(-1e12).max(1e12).multipleOf(0.01)

/** A part of a figure, by the same source over the same days: « dont 137 détenus ». */
const PartDeContexte = z.strictObject({ libelle: ligne(160).min(1), valeur: Valeur })

/** What a bilan prints of a figure of context. */
export const ContexteImprime = z.strictObject({
  libelle: ligne(160).min(1),
  valeur: Valeur,
  /** « jeunes », « faits », « % »… */
  unite: ligne(40).min(1),
  dont: z.array(PartDeContexte).max(8),
  /** Days that the figure is about, both included; the same day twice for a stock. */
  du: JourPublie,
  au: JourPublie,
  /** Where and of whom: « Dordogne », « deux établissements »… */
  perimetre: ligne(160).min(1),
  source: z.strictObject({
    editeur: ligne(120).min(1),
    titre: ligne(200).min(1),
    /** The day it was published, or the year when that is all it says. */
    le: z.union([JourPublie, z.string().regex(/^(?:19|20)\d{2}$/)]),
  }),
})
export type ContexteImprime = z.infer<typeof ContexteImprime>

/**
 * A number that somebody else published (SPIP, préfet under art. D132-10 CSI, INSEE…), typed as it stands there. It is
 * counted nowhere: neither summed, nor compared with a counted number, nor protected.
 */
export const ChiffreContexte = ContexteImprime.extend({
  id: Id,
  dispositif: CodeDispositifSchema,
  /** Years whose bilans print it: those it stands beside, not those it is about. */
  annees: z.array(Annee).max(50),
}).check(({ value, issues }) => {
  for (const { champ, message } of fautesDe(value)) issues.push({ code: 'custom', path: champ, message, input: value })
})
export type ChiffreContexte = z.infer<typeof ChiffreContexte>

/** What a field alone cannot tell: the end before the beginning, a part greater than its whole. */
const fautesDe = ({ du, au, valeur, dont }: ContexteImprime) => [
  // A last day that is no day at all is said as such, once.
  ...(estDateIso(au) && au < du ? [{ champ: ['au'], message: 'avant-du' }] : []),
  ...dont.flatMap((part, rang) =>
    part.valeur < 0 || part.valeur > valeur
      ? [{ champ: ['dont', rang, 'valeur'], message: 'plus-que-l-ensemble' }]
      : [],
  ),
]

/** Years of one figure one under the other, the latest first. */
export const rangerContexte = <C extends ContexteImprime>(chiffres: readonly C[]): C[] =>
  chiffres.toSorted(
    (a, b) =>
      comparerEnFrancais(a.libelle, b.libelle) ||
      comparerEnFrancais(a.perimetre, b.perimetre) ||
      b.au.localeCompare(a.au) ||
      b.du.localeCompare(a.du),
  )

/** Figures that the bilans of a year print, without what only the coffre needs. */
export const contexteImprime = (chiffres: readonly ChiffreContexte[], annee: number): ContexteImprime[] =>
  rangerContexte(chiffres.filter((c) => c.annees.includes(annee))).map(
    ({ libelle, valeur, unite, dont, du, au, perimetre, source }) => ({
      libelle,
      valeur,
      unite,
      dont,
      du,
      au,
      perimetre,
      source,
    }),
  )

/**
 * Change in percent, (N − N-1) / N-1, from the same figure one year earlier, where it stands in the same list with its own
 * source. None for a percentage: points are not computed.
 */
export const evolutionContexte = (chiffre: ContexteImprime, parmi: readonly ContexteImprime[]): number | null => {
  const avant = reculer(chiffre, 1)
  const precedent = parmi.find((c) => c.du === avant.du && c.au === avant.au && identite(c) === identite(chiffre))
  if (precedent === undefined || precedent.valeur <= 0 || chiffre.unite === '%') return null
  return ((chiffre.valeur - precedent.valeur) / precedent.valeur) * 100
}

const identite = ({ libelle, unite, perimetre }: ContexteImprime): string =>
  [libelle, unite, perimetre].map(normaliser).join('|')

/** « 2013 », « du 01/01/2012 au 30/06/2012 », « au 31/12/2013 ». */
export const periodeContexte = ({ du, au }: Periode): string =>
  du === au ? `au ${dateFrancaise(au)}` : nomDePeriode({ du, au })

/** Whether a source bears a date that is still to come: a slip of the keyboard. */
export const estAVenir = ({ source }: Pick<ContexteImprime, 'source'>, jour: DateIso): boolean =>
  source.le > jour.slice(0, source.le.length)
