import type { Intervalle } from './savoir.ts'
import type { Recoupement } from './sensibles.ts'
import type { Place } from './systeme.ts'
import type { Univers } from './univers.ts'

/** What one release must protect: ranks only, no label and no name, so that it can be handed to another thread. */
export type Tache = {
  readonly univers: Univers
  /** Tables before this rank are printed; those after it belong to linked releases, printed before. */
  readonly imprimes: number
  /** What linked releases say of their cells: a value, a range when they were rounded, nothing when they hide it. */
  readonly dites: readonly { readonly place: Place; readonly dit: Intervalle | null }[]
  /** What everybody knows of a place whatever is printed there: a row that is shown because it reaches the threshold. */
  readonly sues: readonly { readonly place: Place; readonly dit: Intervalle }[]
  readonly seuil: number
  /** Dimensions where a group may not be shown to be all of one answer, unless it is one of those that say nothing. */
  readonly sensibles: readonly { readonly dimension: number; readonly muettes: readonly number[] }[]
  /** The dimension that tells in which of several linked releases a unit is, if any. */
  readonly releases: number | null
  readonly recoupements: readonly Recoupement[]
  readonly mode: 'masquage' | 'arrondi'
  /** Printed places whose units are all counted in another one: of one answer and of the several that it is among. */
  readonly inclusions: readonly { readonly petite: Place; readonly grande: Place }[]
  /** What the last editions printed of the same cells: a rounding is kept, an exact number not left behind. */
  readonly arrondisAvant: readonly { readonly place: Place; readonly valeur: number; readonly exacte: boolean }[]
  /** Seconds for a lighter hiding than the first safe one. */
  readonly budget: number
}

/** What may be printed, and the proof. */
export type Constat = {
  readonly statut: 'protege' | 'expose'
  readonly arrondi: boolean
  /** Every place of the printed tables, in order; null where it is hidden. */
  readonly imprimees: readonly { readonly place: Place; readonly valeur: number | null }[]
  readonly controle: Controle
}

/** Confidential: it holds true values. */
export type Controle = {
  readonly cellules: number
  readonly primaires: number
  readonly secondaires: number
  readonly unitesPrimaires: number
  readonly unitesSecondaires: number
  readonly unanimes: number
  /** Cells of linked releases that the attackers were given. */
  readonly liees: number
  /** Every printed place: under the threshold (A), hidden for the sake of others (D), shown (V), as statisticians code them. */
  readonly statuts: readonly { readonly place: Place; readonly valeur: number; readonly statut: 'A' | 'D' | 'V' }[]
  readonly cout: number
  readonly borneInferieure: number
  readonly optimal: boolean
  /** Sensitive cells; `place` is null for one that no table prints. An open bound is null. */
  readonly intervalles: readonly {
    readonly place: Place | null
    readonly valeur: number
    readonly bas: number
    readonly haut: number | null
    readonly protegee: boolean
  }[]
  readonly solveur: string
  readonly attaquants: number
  readonly retrouveesParInities: number
  /** Cells that would fail for a reader who knew that no hidden cell is empty: told, not blocking (A3). */
  readonly prudents: number
  readonly calculs: number
}
