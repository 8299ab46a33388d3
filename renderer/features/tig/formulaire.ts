import type { Accueil, AccueilASaisir } from '#shared/domaine/tig/accueil.ts'
import type { MesureTig } from '#shared/domaine/tig/mesure.ts'
import { ecrireDate } from '#ui/lire-date.ts'
import { lireJour } from '#app/jours.ts'
import { ouNull } from './presenter.ts'

type Saisie = {
  readonly mesure: MesureTig
  readonly heures: string
  /** « 12 », « 12h30 » */
  readonly reprises: string
  readonly service: string | null
  readonly referent: string
  readonly decideLe: string
  readonly echeance: string
  readonly debutLe: string
  readonly posteId: string | null
  readonly encadrant: string
  readonly heuresEmploi: string
  readonly examenRequis: boolean
  readonly examenVu: boolean
  readonly finLe: string
  readonly issue: string | null
}

/** An accueil as typed; blank for a new one. */
export const depuisAccueil = (accueil: Accueil | null): Saisie => ({
  mesure: accueil?.mesure ?? 'tig',
  heures: accueil === null ? '' : String(accueil.heures),
  reprises: accueil === null || accueil.minutesReprises === 0 ? '' : ecrireReprises(accueil.minutesReprises),
  service: accueil?.service ?? null,
  referent: accueil?.referent ?? '',
  decideLe: ecrireDate(accueil?.decideLe ?? null),
  echeance: ecrireDate(accueil?.echeance ?? null),
  debutLe: ecrireDate(accueil?.debutLe ?? null),
  posteId: accueil?.posteId ?? null,
  encadrant: accueil?.encadrant ?? '',
  heuresEmploi: accueil === null || accueil.heuresEmploi === null ? '' : String(accueil.heuresEmploi),
  examenRequis: accueil?.examenRequis ?? false,
  examenVu: accueil?.examenVu ?? false,
  finLe: ecrireDate(accueil?.finLe ?? null),
  issue: accueil?.issue ?? null,
})

/** What was typed, once it can be read: the form has already said what cannot. */
export const versAccueil = (saisie: Saisie, suiviId: string, personneId: string): AccueilASaisir | undefined => {
  const [decideLe, echeance] = [lireJour(saisie.decideLe), lireJour(saisie.echeance)]
  const [debutLe, finLe] = [lireJour(saisie.debutLe), lireJour(saisie.finLe)]
  const { mesure, service, posteId, examenRequis, examenVu, issue } = saisie
  if (decideLe === undefined || echeance === undefined || debutLe === undefined || finLe === undefined) return undefined
  if (service === null) return undefined
  return {
    suiviId,
    personneId,
    mesure,
    service,
    referent: ouNull(saisie.referent),
    heures: Number(saisie.heures),
    minutesReprises: lireReprises(saisie.reprises) ?? 0,
    decideLe,
    echeance,
    debutLe,
    posteId,
    encadrant: ouNull(saisie.encadrant),
    heuresEmploi: Number(saisie.heuresEmploi) === 0 ? null : Number(saisie.heuresEmploi),
    examenRequis,
    examenVu,
    finLe,
    issue,
  }
}

/** Hours done elsewhere or before, in minutes: « 35 », « 35h30 »; undefined when it cannot be read. */
export const lireReprises = (texte: string): number | undefined => {
  const lu = /^(\d{1,3})\s*(?:h\s*([0-5]\d)?)?$/iu.exec(texte.trim())
  if (texte.trim() === '') return 0
  return lu === null ? undefined : Number(lu[1]) * 60 + Number(lu[2] ?? 0)
}

const ecrireReprises = (minutes: number): string =>
  `${Math.floor(minutes / 60)}h${String(minutes % 60).padStart(2, '0')}`
