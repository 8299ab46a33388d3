import { z } from 'zod'
import { Code, Id } from '../communs.ts'
import { mesuresConnues } from '../dispositifs/cvp/mesures.ts'
import { type Nomenclature, trouverListe } from '../nomenclature.ts'
import { contient, intervalle, seCroisent } from './intervalle.ts'
import { periodesStatut, type StatutPenalDate } from './statut-penal.ts'
import { JourNote } from './jour.ts'

/**
 * One mesure of the judicial frame; a person has several, over time or at once. `finPrevue` is the end announced, `au` the
 * day it did end. Dates may be unknown. Nothing else is kept: no offence, no judgment, no court (art. 46, loi 78-17).
 */
export const Mesure = z.strictObject({
  id: Id,
  mesure: Code,
  du: JourNote.nullable(),
  finPrevue: JourNote.nullable(),
  au: JourNote.nullable(),
})
export type Mesure = z.infer<typeof Mesure>

export const MesureASaisir = Mesure.extend({ suiviId: Id })
export type MesureASaisir = z.infer<typeof MesureASaisir>

/** Nature of a mesure: where the list of the post places it. */
export const natureMesure = (nomenclature: Nomenclature, code: string): string | undefined =>
  trouverListe(nomenclature, 'mesure').modalites.find((m) => m.code === code)?.groupe

/** A label from before the reform of 2019, which only an import may write. */
export const estAncienne = (code: string): boolean =>
  mesuresConnues.some((m) => m.code === code && m.nature === 'ancienne')

export const mesureEnCours = (mesure: Mesure, jour: string): boolean => contient(intervalle(mesure.du, mesure.au), jour)

type Champs = Readonly<Record<string, string>>

/** What is wrong with a mesure, as `champ → reason`; empty when all is well. `voisines` are the others of the same suivi. */
export const erreursDeMesure = (
  nomenclature: Nomenclature,
  { mesure, du, finPrevue, au }: Omit<Mesure, 'id'>,
  statuts: readonly StatutPenalDate[],
  aujourdhui: string,
): Champs => ({
  ...(natureMesure(nomenclature, mesure) === undefined ? { mesure: 'valeur-inconnue' } : {}),
  ...(du !== null && finPrevue !== null && finPrevue < du ? { finPrevue: 'avant-debut' } : {}),
  ...(au === null ? {} : finHorsDate(du, au, aujourdhui)),
  ...(heurteUnPrevenu(nomenclature, { mesure, du, au }, statuts) ? { mesure: 'prevenu-sans-amenagement' } : {}),
})

const finHorsDate = (du: string | null, au: string, aujourdhui: string): Champs => {
  if (au > aujourdhui) return { au: 'futur' }
  return du !== null && au < du ? { au: 'avant-debut' } : {}
}

/** Mesures that the statuts contradict: somebody only prévenu has no sentence to arrange (art. L423-2, code pénitentiaire). */
export const mesuresContredites = <M extends Pick<Mesure, 'mesure' | 'du' | 'au'>>(
  nomenclature: Nomenclature,
  mesures: readonly M[],
  statuts: readonly StatutPenalDate[],
): M[] => mesures.filter((m) => heurteUnPrevenu(nomenclature, m, statuts))

const heurteUnPrevenu = (
  nomenclature: Nomenclature,
  { mesure, du, au }: Pick<Mesure, 'mesure' | 'du' | 'au'>,
  statuts: readonly StatutPenalDate[],
): boolean =>
  natureMesure(nomenclature, mesure) === 'amenagement' &&
  periodesStatut(statuts).some((p) => p.statut === 'prevenu' && croise({ du, au }, p))

/**
 * A mesure whose first day nobody knows is not said to go back before all time: it contradicts a statut only if it runs
 * entirely inside it, as far as is known.
 */
const croise = (
  { du, au }: Pick<Mesure, 'du' | 'au'>,
  periode: { readonly du: string; readonly au: string },
): boolean => {
  if (du !== null) return seCroisent(intervalle(du, au), periode)
  return au === null ? contient(periode, intervalle(null, null).au) : contient(periode, au)
}
