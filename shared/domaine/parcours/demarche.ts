import { z } from 'zod'
import { Code, Id, ligne } from '../communs.ts'
import { domainesDemarche } from '../dispositifs/cvp/demarches.ts'
import { JourNote } from './jour.ts'

export const DomaineDemarcheSchema = z.enum(domainesDemarche)

/** Where a démarche stands. Only `aboutie` is a result; the last six are ends. */
export const statutsDemarche = [
  'a-faire',
  'engagee',
  'attente-pieces',
  'instruction',
  'aboutie',
  'refusee',
  'ajournee',
  'abandon-personne',
  'annulee-service',
  'sans-suite',
] as const
export const StatutDemarche = z.enum(statutsDemarche)
export type StatutDemarche = z.infer<typeof StatutDemarche>

export const libellesStatutDemarche: Readonly<Record<StatutDemarche, string>> = {
  'a-faire': 'À faire',
  engagee: 'Engagée',
  'attente-pieces': 'En attente de pièces',
  instruction: 'En cours d’instruction',
  aboutie: 'Aboutie',
  refusee: 'Refusée',
  ajournee: 'Ajournée',
  'abandon-personne': 'Abandonnée par la personne',
  'annulee-service': 'Annulée par le service',
  'sans-suite': 'Sans suite',
}

const enCours: ReadonlySet<StatutDemarche> = new Set(['a-faire', 'engagee', 'attente-pieces', 'instruction'])
export const estTerminee = (statut: StatutDemarche): boolean => !enCours.has(statut)

/** Longest remark, in characters: factual, without judgment, that the person may read (CNIL, January 2020). */
export const PRECISION_MAX = 280

/** Its first status is `a-faire`, on the day it is opened. */
export const DemarcheASaisir = z.strictObject({
  id: Id,
  suiviId: Id,
  domaine: DomaineDemarcheSchema,
  demarche: Code,
  partenaireId: Id.nullable(),
  ouverteLe: JourNote,
  echeance: JourNote.nullable(),
  precision: ligne(PRECISION_MAX).nullable(),
})
export type DemarcheASaisir = z.infer<typeof DemarcheASaisir>

/** One change of status, on its day. */
export const ChangementStatut = z.strictObject({ id: Id, statut: StatutDemarche, date: JourNote })
export type ChangementStatut = z.infer<typeof ChangementStatut>

export const Demarche = DemarcheASaisir.omit({ suiviId: true }).extend({
  partenaire: z.string().nullable(),
  statut: StatutDemarche,
  /** Day it ended, whatever the end; null while it goes on. */
  resultatLe: JourNote.nullable(),
  /** Oldest first. */
  historique: z.array(ChangementStatut),
})
export type Demarche = z.infer<typeof Demarche>

export const erreursDeDemarche = (
  { ouverteLe, echeance }: Pick<DemarcheASaisir, 'ouverteLe' | 'echeance'>,
  aujourdhui: string,
): Readonly<Record<string, string>> => ({
  ...(ouverteLe > aujourdhui ? { ouverteLe: 'futur' } : {}),
  ...(echeance !== null && echeance < ouverteLe ? { echeance: 'avant-ouverture' } : {}),
})

export const erreursDeStatut = (
  date: string,
  ouverteLe: string,
  aujourdhui: string,
): Readonly<Record<string, string>> => ({
  ...(date > aujourdhui ? { date: 'futur' } : {}),
  ...(date < ouverteLe ? { date: 'avant-ouverture' } : {}),
})

/** Changes in the order of their days, those of one day in the order they were noted; the last one is where the démarche stands. */
export const etatDemarche = (
  historique: readonly ChangementStatut[],
): Pick<Demarche, 'statut' | 'resultatLe' | 'historique'> => {
  const ordre = historique.toSorted((a, b) => a.date.localeCompare(b.date))
  const dernier = ordre.at(-1)
  const statut = dernier?.statut ?? 'a-faire'
  return { statut, resultatLe: dernier !== undefined && estTerminee(statut) ? dernier.date : null, historique: ordre }
}
