import type { VueAgenda } from '#shared/domaine/agenda/calendrier.ts'
import type { ASaisir } from '#shared/domaine/a-saisir.ts'
import { createFeatureStore } from './stores.ts'

/** How the form of an entretien opens: blank, for somebody, from a draft, or on a saved one. */
export type Saisie =
  | { readonly genre: 'nouveau'; readonly personneId?: string }
  | { readonly genre: 'brouillon'; readonly id: string }
  | { readonly genre: 'entretien'; readonly id: string }
  /** A new one that starts from this one. */
  | { readonly genre: 'recontact'; readonly id: string }
  | { readonly genre: 'a-saisir'; readonly attendu: ASaisir }

export type OngletCoordination = 'strategie' | 'instances' | 'observatoire' | 'postes'
export type OngletEchanges = 'importer' | 'lots' | 'copie'
export type VueAujourdhui = 'journee' | VueAgenda

type Rien = Readonly<Record<string, never>>

/** The places of the post, and what can be said when going there. */
export type ParamsParLieu = {
  readonly aujourdhui: { readonly vue?: VueAujourdhui }
  readonly entretiens: { readonly id?: string; readonly saisie?: Saisie; readonly rafale?: true }
  readonly personnes: { readonly id?: string }
  /** The parcours of one suivi, opened from elsewhere. */
  readonly parcours: { readonly personneId?: string; readonly suiviId?: string }
  readonly sorties: { readonly vue?: 'comites' }
  readonly tig: { readonly id?: string }
  readonly coordination: { readonly onglet?: OngletCoordination; readonly id?: string }
  readonly partenaires: { readonly id?: string }
  readonly bilans: { readonly annee?: number }
  readonly echanges: { readonly onglet?: OngletEchanges }
  readonly reglages: Rien
}
export type Lieu = keyof ParamsParLieu
export type Position = { readonly [L in Lieu]: { readonly lieu: L; readonly params: ParamsParLieu[L] } }[Lieu]

type Navigation = {
  readonly position: Position
  /** Grows at each move, so that going to the form again opens a new one. */
  readonly pas: number
}

export const useNavigation = createFeatureStore<Navigation>(() => ({
  position: { lieu: 'aujourdhui', params: {} },
  pas: 0,
}))

/** Goes to a place. What the screen left was typing is saved first (see `depart.ts`). */
export const aller = <L extends Lieu>(lieu: L, params: ParamsParLieu[L] = {}): void =>
  useNavigation.setState(({ pas }) => ({ position: { lieu, params } as Position, pas: pas + 1 }))

/** Says something else of the place shown, which stays as it is: a tab chosen keeps the keyboard. */
export const preciser = <L extends Lieu>(lieu: L, params: ParamsParLieu[L]): void =>
  useNavigation.setState({ position: { lieu, params } as Position })

/** What was said when coming to this place; empty elsewhere. */
export const useParams = <L extends Lieu>(lieu: L): ParamsParLieu[L] =>
  useNavigation(({ position }) => (position.lieu === lieu ? (position.params as ParamsParLieu[L]) : rien))

const rien: Rien = {}
