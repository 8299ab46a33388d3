import type { DateIso } from '../../utils/dates.ts'
import { type AnneeInstance, anneeDe } from './frequence.ts'
import type { GenreInstance } from './genres.ts'
import type { Instance } from './instance.ts'
import { estEnRetard, estTenue, type Reunion } from './reunion.ts'

/** One instance over one year, in numbers: nothing of a nominative point is read. */
export type BilanInstance = {
  readonly genre: GenreInstance
  readonly nom: string
  readonly secteur: string | null
  readonly tenues: number
  /** Meetings that its frequency asks for, and periods gone by without one; null when it meets as needed. */
  readonly annee: AnneeInstance | null
  /** Meetings at which each function was present. */
  readonly presences: readonly { readonly fonction: string; readonly reunions: number }[]
  readonly decisions: { readonly total: number; readonly faites: number; readonly enRetard: number }
}

export const bilanDInstance = (
  instance: Instance,
  siennes: readonly Reunion[],
  annee: number,
  aujourdhui: DateIso,
): BilanInstance => {
  const tenues = siennes.filter((r) => estTenue(r, aujourdhui))
  const deLAnnee = tenues.filter((r) => r.date.startsWith(`${annee}-`))
  const decisions = deLAnnee.flatMap((r) => r.decisions)
  const presents = deLAnnee.flatMap((r) => r.presences.filter((p) => p.etat === 'present').map((p) => p.fonction))
  return {
    genre: instance.genre,
    nom: instance.nom,
    secteur: instance.secteur,
    tenues: deLAnnee.length,
    annee: anneeDe(
      instance,
      tenues.map((r) => r.date),
      annee,
      aujourdhui,
    ),
    presences: [...Map.groupBy(presents, (f) => f)].map(([fonction, fois]) => ({ fonction, reunions: fois.length })),
    decisions: {
      total: decisions.length,
      faites: decisions.filter((d) => d.faiteLe !== null).length,
      enRetard: decisions.filter((d) => estEnRetard(d, aujourdhui)).length,
    },
  }
}
