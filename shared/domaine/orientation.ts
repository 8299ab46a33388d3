import { z } from 'zod'
import { Code, Id, Jour } from './communs.ts'

/**
 * What became of an orientation. `attente` is the only one that still owes an answer; `inconnue` comes from an imported
 * file, which does not tell.
 */
export const statutsOrientation = ['attente', 'acceptee', 'aboutie', 'refusee', 'sans-suite', 'inconnue'] as const
export const StatutOrientation = z.enum(statutsOrientation)
export type StatutOrientation = z.infer<typeof StatutOrientation>

export const libellesStatutOrientation: Readonly<Record<StatutOrientation, string>> = {
  attente: 'En attente de réponse',
  acceptee: 'Acceptée',
  aboutie: 'Aboutie',
  refusee: 'Refusée',
  'sans-suite': 'Sans suite',
  inconnue: 'Suite inconnue',
}

export const OrientationASaisir = z.strictObject({ id: Id, destination: Code, partenaireId: Id.nullable() })
export type OrientationASaisir = z.infer<typeof OrientationASaisir>

export const Orientation = OrientationASaisir.extend({
  entretienId: Id,
  date: Jour,
  statut: StatutOrientation,
  reponduLe: Jour.nullable(),
  partenaire: z.string().nullable(),
})
export type Orientation = z.infer<typeof Orientation>
