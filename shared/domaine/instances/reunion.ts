import { z } from 'zod'
import { Code, Id, ligne } from '../communs.ts'
import { JourNote } from '../parcours/jour.ts'
import type { DateIso } from '../../utils/dates.ts'

/** `convie`: called, and nothing known yet of whether it came. */
export const etatsPresence = ['present', 'excuse', 'absent', 'convie'] as const
export const EtatPresence = z.enum(etatsPresence)
export type EtatPresence = z.infer<typeof EtatPresence>

export const libellesPresence: Readonly<Record<EtatPresence, string>> = {
  present: 'Présent',
  excuse: 'Excusé',
  absent: 'Absent',
  convie: 'Convié',
}

/** A function of the list `fonction-instance`, never somebody's name. */
export const PresenceFonction = z.strictObject({ fonction: Code, etat: EtatPresence })
export type PresenceFonction = z.infer<typeof PresenceFonction>

/** What was decided, and the function of who acts. */
export const DecisionReunion = z.strictObject({
  id: Id,
  decision: ligne(280).min(1),
  acteur: Code,
  pourLe: JourNote.nullable(),
  faiteLe: JourNote.nullable(),
})
export type DecisionReunion = z.infer<typeof DecisionReunion>

/** One meeting of an instance, whole at each writing. */
export const Reunion = z.strictObject({
  id: Id,
  instanceId: Id,
  date: JourNote,
  heure: z
    .string()
    .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
    .nullable(),
  lieu: ligne(120).min(1).nullable(),
  /** Day the members were called. */
  convoqueeLe: JourNote.nullable(),
  ordreDuJour: z.array(ligne(200).min(1)).max(30),
  presences: z.array(PresenceFonction).max(40),
  decisions: z.array(DecisionReunion).max(60),
})
export type Reunion = z.infer<typeof Reunion>

/** A meeting counts once somebody was noted present: a date gone by proves nothing. */
export const estTenue = ({ date, presences }: Pick<Reunion, 'date' | 'presences'>, aujourdhui: DateIso): boolean =>
  date <= aujourdhui && presences.some((p) => p.etat === 'present')

export const etatsReunion = ['prevue', 'tenue', 'a-completer'] as const
export type EtatReunion = (typeof etatsReunion)[number]

export const etatDeReunion = (reunion: Pick<Reunion, 'date' | 'presences'>, aujourdhui: DateIso): EtatReunion => {
  if (estTenue(reunion, aujourdhui)) return 'tenue'
  return reunion.date < aujourdhui ? 'a-completer' : 'prevue'
}

export const estEnRetard = ({ pourLe, faiteLe }: Pick<DecisionReunion, 'pourLe' | 'faiteLe'>, jour: DateIso): boolean =>
  faiteLe === null && pourLe !== null && pourLe < jour

export const erreursDeReunion = (
  { date, convoqueeLe, presences, decisions }: Reunion,
  aujourdhui: DateIso,
): Readonly<Record<string, string>> => ({
  ...(convoqueeLe !== null && convoqueeLe > date ? { convoqueeLe: 'apres-reunion' } : {}),
  ...(new Set(presences.map((p) => p.fonction)).size < presences.length ? { presences: 'doublon' } : {}),
  ...(date > aujourdhui && presences.some((p) => p.etat === 'present') ? { presences: 'futur' } : {}),
  ...(date > aujourdhui && decisions.length > 0 ? { decisions: 'futur' } : {}),
  ...(new Set(decisions.map((d) => d.id)).size < decisions.length ? { decisions: 'doublon' } : {}),
  ...Object.fromEntries(
    decisions.flatMap(({ pourLe, faiteLe }, i) => [
      ...(pourLe !== null && pourLe < date ? [[`decisions.${i}.pourLe`, 'avant-reunion']] : []),
      ...(faiteLe !== null && faiteLe < date ? [[`decisions.${i}.faiteLe`, 'avant-reunion']] : []),
      ...(faiteLe !== null && faiteLe > aujourdhui ? [[`decisions.${i}.faiteLe`, 'futur']] : []),
    ]),
  ),
})
