/** One question without a word of it: how many answers, and the sets of answers that are printed together. */
export type Dimension = { readonly feuilles: number; readonly groupes: readonly (readonly number[])[] }

/** The questions a table crosses, by rank, each with what is printed of it: answers, groups, the whole. */
export type TableauCroise = readonly Axe[]
export type Axe = { readonly dimension: number; readonly noeuds: readonly number[] }

/** Units that answered alike: one answer per question, in the order of the dimensions. */
export type Profil = {
  readonly feuilles: readonly number[]
  readonly effectif: number
  /** The kinds of persons behind these units, and how many of them each person stands behind. Without it, each unit is a person. */
  readonly parts?: readonly (readonly [sorte: number, nombre: number])[]
}

/**
 * A question with several answers, each a dimension of its own (leaves that give it, the others that do not). Everybody in
 * `dans` gives one at least, each leaf of it counted apart; the answer of rank `exclusive`, if any, is given alone.
 */
export type Multiple = {
  readonly reponses: readonly { readonly dimension: number; readonly oui: readonly number[] }[]
  readonly exclusive: number | null
  /** By how much the answers exceed the units may be known, however little. */
  readonly recoupementPublic: boolean
  /** Those of one release, when several are joined; else everybody. */
  readonly dans: { readonly dimension: number; readonly feuilles: readonly number[] } | null
}

/** Answers that nobody can give together, and that everybody knows it of. */
export type Impossible = { readonly dimensions: readonly number[]; readonly feuilles: readonly number[] }

/** Everything the engine is told: no label, no name, only ranks. */
export type Univers = {
  readonly dimensions: readonly Dimension[]
  readonly tableaux: readonly TableauCroise[]
  readonly profils: readonly Profil[]
  /** How many persons there are of each kind, by rank; one, where nothing says. */
  readonly sortes?: readonly number[]
  readonly impossibles: readonly Impossible[]
  readonly multiples: readonly Multiple[]
}

/** The whole of a dimension, among its nodes: answers are 0…, groups follow. */
export const TOUT = -1

/** The answers of a node of a dimension, or nothing when it is the whole of it. */
export const feuillesDe = (dimension: Dimension, noeud: number): readonly number[] | undefined => {
  if (noeud === TOUT) return undefined
  return noeud < dimension.feuilles ? [noeud] : dimension.groupes[noeud - dimension.feuilles]
}

export const noeudsDe = ({ feuilles, groupes }: Dimension): readonly number[] =>
  Array.from({ length: 1 + feuilles + groupes.length }, (_, rang) => rang + TOUT)

/** A table that prints everything there is to print of these dimensions. */
export const croiser = (dimensions: readonly Dimension[], rangs: readonly number[]): TableauCroise =>
  rangs.map((dimension) => ({ dimension, noeuds: noeudsDe(dimensions[dimension] ?? { feuilles: 0, groupes: [] }) }))

export const dimensionsDe = (tableau: TableauCroise): readonly number[] => tableau.map((axe) => axe.dimension)

/** Every way to take one value of each list, the last list turning fastest. */
export const produit = <T>(listes: readonly (readonly T[])[]): readonly (readonly T[])[] =>
  listes.reduce<readonly (readonly T[])[]>((debuts, liste) => debuts.flatMap((d) => liste.map((v) => [...d, v])), [[]])

export const suite = (longueur: number): readonly number[] => Array.from({ length: longueur }, (_, i) => i)
