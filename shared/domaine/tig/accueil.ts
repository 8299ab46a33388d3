import { z } from 'zod'
import { Code, Id, ligne } from '../communs.ts'
import { JourNote } from '../parcours/jour.ts'
import { AlerteTig } from './alertes.ts'
import { Incident } from './incident.ts'
import { Journee } from './journee.ts'
import { erreursDeMesure, MesureTig } from './mesure.ts'

/** The one issue that says that everything was done. */
export const EXECUTE_EN_ENTIER = 'execute-total'
/** The measure went away: it is in no rate of execution. */
export const ANNULE = 'annule'

/**
 * What a host keeps of somebody it receives (field reference §2.3). Neither the offence, the judgment, the criminal record
 * nor the obligations: a host is not told them, and there is no field to write them in.
 */
export const AccueilASaisir = z.strictObject({
  suiviId: Id,
  personneId: Id,
  mesure: MesureTig,
  /** Service in charge, of the list of the dispositif, and who there: a function or the name of the agent. */
  service: Code,
  referent: ligne(80).nullable(),
  /** Hours to do at this host. */
  heures: z.int().min(1).max(1000),
  decideLe: JourNote.nullable(),
  /** Done before there was a sheet here: another register, another host. */
  minutesReprises: z.int().min(0).max(60_000),
  /** Last day to do them. */
  echeance: JourNote.nullable(),
  /** First day agreed; the person counts from that day, come or not. */
  debutLe: JourNote.nullable(),
  posteId: Id.nullable(),
  encadrant: ligne(80).nullable(),
  /** Weekly hours of a job, for the limit of R623-16; null when there is none or nobody said. */
  heuresEmploi: z.int().min(1).max(60).nullable(),
  examenRequis: z.boolean(),
  /** The exam took place: nothing of what it says is kept. */
  examenVu: z.boolean(),
  finLe: JourNote.nullable(),
  issue: Code.nullable(),
})
export type AccueilASaisir = z.infer<typeof AccueilASaisir>

export const etatsAccueil = ['a-venir', 'en-cours', 'termine'] as const
export const EtatAccueil = z.enum(etatsAccueil)
export type EtatAccueil = z.infer<typeof EtatAccueil>
export const libellesEtatAccueil: Readonly<Record<EtatAccueil, string>> = {
  'a-venir': 'À venir',
  'en-cours': 'En cours',
  termine: 'Terminé',
}

/** One line of the list. No measure: persons are not listed by it. */
export const AccueilResume = z.strictObject({
  id: Id,
  numero: z.int(),
  personneId: Id,
  personne: z.string(),
  service: Code,
  posteId: Id.nullable(),
  poste: z.string().nullable(),
  heures: z.int(),
  minutes: z.int(),
  echeance: z.string().nullable(),
  debutLe: z.string().nullable(),
  finLe: z.string().nullable(),
  issue: Code.nullable(),
  etat: EtatAccueil,
  alertes: z.array(AlerteTig),
})
export type AccueilResume = z.infer<typeof AccueilResume>

export const Accueil = AccueilASaisir.extend({
  numero: z.int(),
  personne: z.strictObject({ nom: z.string(), prenom: z.string(), naissance: z.string().nullable() }),
  poste: z.string().nullable(),
  etat: EtatAccueil,
  attestationLe: z.string().nullable(),
  journees: z.array(Journee),
  incidents: z.array(Incident),
  /** Done in all: the sheet, and what came before it. */
  minutes: z.int(),
  /** Lines of the sheet that were corrected or taken out; what they said is kept. */
  corrections: z.int(),
  alertes: z.array(AlerteTig),
  avertissements: z.array(z.string()),
})
export type Accueil = z.infer<typeof Accueil>

export const etatDe = ({ debutLe, finLe }: Pick<AccueilASaisir, 'debutLe' | 'finLe'>, jour: string): EtatAccueil =>
  finLe !== null && finLe <= jour ? 'termine' : debutLe === null || debutLe > jour ? 'a-venir' : 'en-cours'

/** What an accueil may not say, whatever is stored elsewhere. */
export const erreursDAccueil = (
  accueil: AccueilASaisir,
  naissance: string | null,
  aujourdhui: string,
): Readonly<Record<string, string>> => {
  const { decideLe, echeance, debutLe, finLe, issue } = accueil
  return {
    ...erreursDeMesure(accueil, naissance),
    ...(decideLe !== null && decideLe > aujourdhui ? { decideLe: 'futur' } : {}),
    ...(decideLe !== null && echeance !== null && echeance < decideLe ? { echeance: 'avant-decision' } : {}),
    ...(decideLe !== null && debutLe !== null && debutLe < decideLe ? { debutLe: 'avant-decision' } : {}),
    ...(finLe !== null && debutLe !== null && finLe < debutLe ? { finLe: 'avant-debut' } : {}),
    ...(finLe !== null && finLe > aujourdhui ? { finLe: 'futur' } : {}),
    ...(finLe !== null && issue === null ? { issue: 'attendu' } : {}),
    ...(finLe === null && issue !== null ? { finLe: 'attendu' } : {}),
  }
}
