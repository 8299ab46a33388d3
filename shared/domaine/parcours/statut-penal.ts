import { z } from 'zod'
import { Id } from '../communs.ts'
import { intervalle, type Intervalle } from './intervalle.ts'
import { JourNote } from './jour.ts'

/**
 * Statut pénal (art. L112-1, code pénitentiaire). A `prevenu` awaits judgment or an appeal, presumed innocent;
 * `condamne-prevenu` is both, in several cases.
 */
export const statutsPenaux = [
  'prevenu',
  'condamne',
  'condamne-prevenu',
  'libre-mesure',
  'libre-fin-de-peine',
  'inconnu',
] as const
export const StatutPenal = z.enum(statutsPenaux)
export type StatutPenal = z.infer<typeof StatutPenal>

export const libellesStatutPenal: Readonly<Record<StatutPenal, string>> = {
  prevenu: 'Prévenu',
  condamne: 'Condamné',
  'condamne-prevenu': 'Condamné et prévenu',
  'libre-mesure': 'Libre, sous mesure',
  'libre-fin-de-peine': 'Libre, sans mandat',
  inconnu: 'Inconnu',
}

/** A statut known from a day on, until the next one; `du` is null when nobody knows since when. */
export const StatutPenalDate = z.strictObject({ id: Id, statut: StatutPenal, du: JourNote.nullable() })
export type StatutPenalDate = z.infer<typeof StatutPenalDate>

export const StatutPenalASaisir = StatutPenalDate.extend({ suiviId: Id })
export type StatutPenalASaisir = z.infer<typeof StatutPenalASaisir>

/** Statuts in order, each with the days it holds; of two from the same day, the last noted holds. */
export const periodesStatut = (
  statuts: readonly StatutPenalDate[],
): readonly (Intervalle & { readonly statut: StatutPenal })[] => {
  const ordre = statuts.toSorted((a, b) => (a.du ?? '').localeCompare(b.du ?? ''))
  return ordre.flatMap(({ statut, du }, i) => {
    const suivant = ordre[i + 1]
    if (suivant === undefined) return Object.assign(intervalle(du, null), { statut })
    return suivant.du === du ? [] : Object.assign(intervalle(du, suivant.du, 'exclu'), { statut })
  })
}

export const statutPenalAu = (statuts: readonly StatutPenalDate[], jour: string): StatutPenal =>
  periodesStatut(statuts).find((p) => p.du <= jour && jour <= p.au)?.statut ?? 'inconnu'
