import { z } from 'zod'
import { Id } from '../communs.ts'
import { JourNote } from '../parcours/jour.ts'

/** What the host tells the service in charge without delay (R623-21, code pénitentiaire): which, never how. */
export const genresIncident = ['absence', 'retard', 'refus-tache', 'comportement', 'accident', 'danger'] as const
export const GenreIncident = z.enum(genresIncident)
export type GenreIncident = z.infer<typeof GenreIncident>
export const libellesGenreIncident: Readonly<Record<GenreIncident, string>> = {
  absence: 'Absence',
  retard: 'Retard',
  'refus-tache': 'Refus d’une tâche',
  comportement: 'Comportement',
  accident: 'Accident',
  danger: 'Danger',
}

/** `signaleLe` is the day the service in charge was told; null while it is not. */
export const Incident = z.strictObject({
  id: Id,
  date: JourNote,
  genre: GenreIncident,
  signaleLe: JourNote.nullable(),
})
export type Incident = z.infer<typeof Incident>
export const IncidentASaisir = Incident.extend({ suiviId: Id })
export type IncidentASaisir = z.infer<typeof IncidentASaisir>

export const erreursDIncident = (
  { date, signaleLe }: Pick<Incident, 'date' | 'signaleLe'>,
  aujourdhui: string,
): Readonly<Record<string, string>> => ({
  ...(date > aujourdhui ? { date: 'futur' } : {}),
  ...(signaleLe !== null && signaleLe > aujourdhui ? { signaleLe: 'futur' } : {}),
  ...(signaleLe !== null && signaleLe < date ? { signaleLe: 'avant-incident' } : {}),
})
