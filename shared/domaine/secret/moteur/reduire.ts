import type { LigneModele } from './solveur.ts'
import type { Initie, Structure } from './systeme.ts'

/** A structure with the unknowns that nothing tells apart counted together. */
export type Reduite = {
  readonly nbColonnes: number
  /** The columns that each cell adds up. */
  readonly cellules: readonly (readonly number[])[]
  readonly egalites: readonly LigneModele[]
  /** The column of each unknown; nothing for one that is known to be zero. */
  readonly colonneDe: readonly (number | undefined)[]
}

/** How many units of hers a person knows to be in each column, columns increasing. */
export const colonnesDe = ({ colonneDe }: Pick<Reduite, 'colonneDe'>, initie: Initie) => {
  const siennes = new Map<number, number>()
  for (const [variable, nombre] of initie) {
    const colonne = colonneDe[variable]
    if (colonne !== undefined) siennes.set(colonne, (siennes.get(colonne) ?? 0) + nombre)
  }
  const colonnes = [...siennes.keys()].toSorted((a, b) => a - b)
  return { colonnes, nombres: colonnes.map((c) => siennes.get(c) ?? 0) }
}

/** Unknowns that the same cells and equalities count are one column; those of `nulles` are none. */
export const reduire = ({ nbVariables, cellules, egalites }: Structure, nulles: ReadonlySet<number>): Reduite => {
  const signatures = Array.from({ length: nbVariables }, () => [] as string[])
  for (const [rang, variables] of cellules.entries()) for (const v of variables) signatures[v]?.push(`${rang}`)
  for (const [rang, { plus, moins }] of egalites.entries()) {
    for (const v of plus) signatures[v]?.push(`+${rang}`)
    for (const v of moins) signatures[v]?.push(`-${rang}`)
  }
  const colonnes = new Map<string, number>()
  const colonneDe = signatures.map((signature, variable) => {
    if (nulles.has(variable)) return undefined
    const cle = signature.join(' ')
    const colonne = colonnes.get(cle) ?? colonnes.size
    colonnes.set(cle, colonne)
    return colonne
  })
  const traduire = (variables: readonly number[]): readonly number[] =>
    [...new Set(variables.flatMap((v) => colonneDe[v] ?? []))].toSorted((a, b) => a - b)
  return {
    nbColonnes: colonnes.size,
    cellules: cellules.map(traduire),
    egalites: egalites.flatMap((e) => egalite(traduire(e.plus), traduire(e.moins))),
    colonneDe,
  }
}

/** What stands on both sides says nothing. */
const egalite = (plus: readonly number[], moins: readonly number[]): readonly LigneModele[] => {
  const communes = new Set(plus).intersection(new Set(moins))
  const termes = [...plus.map((c) => [c, 1] as const), ...moins.map((c) => [c, -1] as const)]
  const tries = termes.filter(([c]) => !communes.has(c)).toSorted(([a], [b]) => a - b)
  return tries.length === 0
    ? []
    : [{ bas: 0, haut: 0, indices: tries.map(([c]) => c), coefficients: tries.map(([, s]) => s) }]
}

export const sommeDe = (colonnes: readonly number[], valeurs: ArrayLike<number>): number => {
  let somme = 0
  for (const colonne of colonnes) somme += valeurs[colonne] ?? 0
  return somme
}
