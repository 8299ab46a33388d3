import { z } from 'zod'
import { Code, Id, ligne } from '../communs.ts'
import { JourNote } from './jour.ts'

/**
 * A `restreint` comité de suivi reviews persons, with those who need to know (art. L132-5, code de la sécurité intérieure);
 * a `projet` one sees aggregates only, and may name nobody.
 */
export const formesComite = ['restreint', 'projet'] as const
export const FormeComite = z.enum(formesComite)
export type FormeComite = z.infer<typeof FormeComite>

export const libellesFormeComite: Readonly<Record<FormeComite, string>> = {
  restreint: 'Comité de suivi (situations)',
  projet: 'Comité de pilotage (chiffres seulement)',
}

/** What was decided for one suivi, and the function of who acts. */
export const DecisionComite = z.strictObject({
  id: Id,
  suiviId: Id,
  decision: ligne(280).min(1),
  acteur: Code,
  pourLe: JourNote.nullable(),
  faiteLe: JourNote.nullable(),
})
export type DecisionComite = z.infer<typeof DecisionComite>

/** `participants` are functions, never names. */
export const Comite = z.strictObject({
  id: Id,
  date: JourNote,
  forme: FormeComite,
  participants: z.array(Code).max(30),
  decisions: z.array(DecisionComite).max(200),
})
export type Comite = z.infer<typeof Comite>

/** A decision as the parcours of its suivi shows it. */
export const DecisionDuParcours = DecisionComite.omit({ suiviId: true }).extend({ comiteId: Id, date: JourNote })
export type DecisionDuParcours = z.infer<typeof DecisionDuParcours>

export const erreursDeComite = (
  { date, forme, decisions, participants }: Comite,
  aujourdhui: string,
): Readonly<Record<string, string>> => ({
  ...(date > aujourdhui && decisions.length > 0 ? { date: 'futur' } : {}),
  ...(forme === 'projet' && decisions.length > 0 ? { decisions: 'comite-sans-nom' } : {}),
  ...(new Set(participants).size < participants.length ? { participants: 'doublon' } : {}),
  ...(new Set(decisions.map((d) => d.id)).size < decisions.length ? { decisions: 'doublon' } : {}),
  ...Object.fromEntries(
    decisions.flatMap(({ pourLe, faiteLe }, i) => [
      ...(pourLe !== null && pourLe < date ? [[`decisions.${i}.pourLe`, 'avant-comite']] : []),
      ...(faiteLe !== null && faiteLe > aujourdhui ? [[`decisions.${i}.faiteLe`, 'futur']] : []),
    ]),
  ),
})
