import { z } from 'zod'
import { Id } from '../communs.ts'
import {
  type Niveau,
  niveauxSituation,
  type QuestionSituation,
  questionsSituation,
} from '../dispositifs/cvp/situations.ts'
import { type Nomenclature, trouverListe } from '../nomenclature.ts'
import { Reponses } from '../reponses.ts'
import { JourNote } from './jour.ts'

/** The same questions at entry, at exit, and at the optional checks 6 and 12 months after release. */
export const momentsSituation = ['entree', 'sortie', 'six-mois', 'douze-mois'] as const
export const MomentSituation = z.enum(momentsSituation)
export type MomentSituation = z.infer<typeof MomentSituation>

export const libellesMomentSituation: Readonly<Record<MomentSituation, string>> = {
  entree: 'À l’entrée',
  sortie: 'À la sortie du dispositif',
  'six-mois': 'Six mois après la libération',
  'douze-mois': 'Douze mois après la libération',
}

/** Why a frozen situation is corrected: a closed list, never a free text. */
export const motifsCorrection = ['erreur-saisie', 'appris-depuis', 'demande-personne'] as const
export const MotifCorrection = z.enum(motifsCorrection)
export type MotifCorrection = z.infer<typeof MotifCorrection>

export const libellesMotifCorrection: Readonly<Record<MotifCorrection, string>> = {
  'erreur-saisie': 'Erreur de saisie',
  'appris-depuis': 'Fait déjà vrai à cette date, appris depuis',
  'demande-personne': 'Rectification demandée par la personne',
}

/** `jointe` is false when the person could not be reached for a check after release: that answer counts, and holds no other. */
export const SituationASaisir = z.strictObject({
  suiviId: Id,
  moment: MomentSituation,
  date: JourNote,
  jointe: z.boolean(),
  reponses: Reponses,
  /** From then on it is frozen: only a correction, with its reason, changes it. */
  validee: z.boolean(),
})
export type SituationASaisir = z.infer<typeof SituationASaisir>

export const CorrectionASaisir = SituationASaisir.omit({ validee: true }).extend({ id: Id, motif: MotifCorrection })
export type CorrectionASaisir = z.infer<typeof CorrectionASaisir>

export const Situation = SituationASaisir.omit({ suiviId: true, validee: true }).extend({
  /** Instant of the validation; null while it may still be changed freely. */
  valideeLe: z.iso.datetime().nullable(),
  /** What was corrected since, oldest first, with the answers as they were. */
  corrections: z.array(
    z.strictObject({
      id: Id,
      corrigeeLe: z.iso.datetime(),
      motif: MotifCorrection,
      date: JourNote,
      reponses: Reponses,
    }),
  ),
})
export type Situation = z.infer<typeof Situation>

/** What is wrong with a situation, as `champ → reason`; empty when all is well. */
export const erreursDeSituation = (
  nomenclature: Nomenclature,
  { moment, date, jointe, reponses }: Pick<Situation, 'moment' | 'date' | 'jointe' | 'reponses'>,
  aujourdhui: string,
): Readonly<Record<string, string>> => ({
  ...(date > aujourdhui ? { date: 'futur' } : {}),
  ...(!jointe && (moment === 'entree' || moment === 'sortie') ? { jointe: 'apres-liberation-seulement' } : {}),
  ...(!jointe && Object.keys(reponses).length > 0 ? { reponses: 'personne-non-jointe' } : {}),
  ...Object.fromEntries(
    Object.entries(reponses).flatMap(([code, reponse]) => {
      const raison = erreurDeReponse(nomenclature, code, reponse)
      return raison === undefined ? [] : [[`reponses.${code}`, raison]]
    }),
  ),
})

const erreurDeReponse = (nomenclature: Nomenclature, code: string, reponse: Reponses[string]): string | undefined => {
  const question = questionsSituation.find((q) => q.code === code)
  if (question === undefined) return 'champ-inconnu'
  if (question.type === 'choix' ? typeof reponse !== 'string' : !Array.isArray(reponse)) return 'type'
  const codes = new Set(trouverListe(nomenclature, question.liste).modalites.map((m) => m.code))
  const donnes = donneesDe(reponse)
  return donnes.every((d) => codes.has(d)) && new Set(donnes).size === donnes.length ? undefined : 'valeur-inconnue'
}

/** The best level of the answers to one question: a wage beside a housing benefit is a resource. */
export const niveauDe = (reponses: Reponses, question: string): Niveau | undefined => {
  const declaree = questionsSituation.find((q) => q.code === question)
  const reponse = reponses[question]
  if (declaree === undefined || reponse === undefined) return undefined
  const niveaux = niveauxSituation.get(declaree.liste)
  const atteints = new Set(donneesDe(reponse).map((d) => niveaux?.get(d)))
  return ordre.find((n) => atteints.has(n))
}

const ordre: readonly Niveau[] = ['acquis', 'fragile', 'manque']

const donneesDe = (reponse: Reponses[string]): readonly string[] => [reponse].flat().map(String)

/** How a question moved between two situations; `inconnu` whenever one side doesn't say. */
export type Evolution = 'mieux' | 'pareil' | 'moins-bien' | 'inconnu'

export type Progres = {
  readonly question: QuestionSituation
  readonly avant: Reponses[string] | undefined
  readonly apres: Reponses[string] | undefined
  readonly evolution: Evolution
}

/** Both situations side by side, in the order of the form. */
export const progresDe = (avant: Reponses, apres: Reponses): Progres[] =>
  questionsSituation.map((question) => ({
    question,
    avant: avant[question.code],
    apres: apres[question.code],
    evolution: comparer(niveauDe(avant, question.code), niveauDe(apres, question.code)),
  }))

const comparer = (avant: Niveau | undefined, apres: Niveau | undefined): Evolution => {
  if (avant === undefined || apres === undefined) return 'inconnu'
  if (avant === apres) return 'pareil'
  return ordre.indexOf(apres) < ordre.indexOf(avant) ? 'mieux' : 'moins-bien'
}
