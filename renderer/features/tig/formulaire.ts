import type { Accueil, AccueilASaisir } from '#shared/domaine/tig/accueil.ts'
import type { MesureTig } from '#shared/domaine/tig/mesure.ts'
import { ecrireDate } from '#ui/lire-date.ts'
import { lireJour, ouNull } from './presenter.ts'

type Saisie = {
  readonly mesure: MesureTig
  readonly heures: string
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
