import { z } from 'zod'
import { Code, Id } from '../communs.ts'
import { JourNote } from './jour.ts'

/**
 * What a person is told or asked: the information notice (art. 13 RGPD), the follow-up itself, which is voluntary, and the
 * sharing of her situation with the partners of the comité (art. L132-5, code de la sécurité intérieure).
 */
export const objetsConsentement = ['notice', 'accompagnement', 'partage'] as const
export const ObjetConsentement = z.enum(objetsConsentement)
export type ObjetConsentement = z.infer<typeof ObjetConsentement>

export const libellesObjetConsentement: Readonly<Record<ObjetConsentement, string>> = {
  notice: 'Notice d’information',
  accompagnement: 'Accord pour l’accompagnement',
  partage: 'Accord pour le partage avec les partenaires',
}

export const reponsesConsentement = ['donne', 'refuse', 'retire'] as const
export const ReponseConsentement = z.enum(reponsesConsentement)
export type ReponseConsentement = z.infer<typeof ReponseConsentement>

export const libellesReponseConsentement: Readonly<Record<ReponseConsentement, string>> = {
  donne: 'Donné',
  refuse: 'Refusé',
  retire: 'Retiré',
}

/** One act, dated: `par` is the function of who gave the notice or asked. For a minor, the guardian is told too. */
export const Consentement = z.strictObject({
  id: Id,
  objet: ObjetConsentement,
  reponse: ReponseConsentement,
  date: JourNote,
  par: Code,
  aupresDe: z.enum(['personne', 'representant-legal']),
})
export type Consentement = z.infer<typeof Consentement>

export const ConsentementASaisir = Consentement.extend({ suiviId: Id })
export type ConsentementASaisir = z.infer<typeof ConsentementASaisir>

export const erreursDeConsentement = (
  { objet, reponse, date }: Pick<Consentement, 'objet' | 'reponse' | 'date'>,
  aujourdhui: string,
): Readonly<Record<string, string>> => ({
  ...(date > aujourdhui ? { date: 'futur' } : {}),
  ...(objet === 'notice' && reponse === 'retire' ? { reponse: 'notice-jamais-retiree' } : {}),
})

/** The last answer of the person herself to each question: what the screen shows. A refusal says so, and closes nothing. */
export const consentementsEnVigueur = (
  consentements: readonly Consentement[],
): Readonly<Partial<Record<ObjetConsentement, Consentement>>> =>
  Object.fromEntries(
    consentements
      .filter((c) => c.aupresDe === 'personne')
      .toSorted((a, b) => a.date.localeCompare(b.date))
      .map((c) => [c.objet, c]),
  )
