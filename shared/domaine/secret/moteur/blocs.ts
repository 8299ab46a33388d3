import type { Decomposition } from './cliques.ts'
import { produit, suite, type Univers } from './univers.ts'

/** The unknowns of a clique: one per possible combination of answers, found by those answers. */
export type Bloc = { readonly dimensions: readonly number[]; readonly variables: ReadonlyMap<string, number> }

/** The answers wanted of some dimensions. */
export type Contraintes = ReadonlyMap<number, readonly number[]>

export const numeroter = (univers: Univers, { cliques }: Decomposition): readonly Bloc[] => {
  let prochaine = 0
  return cliques.map((dimensions) => {
    const combinaisons = produit(dimensions.map((d) => suite(univers.dimensions[d]?.feuilles ?? 0)))
    const possibles = combinaisons.filter((c) => !estImpossible(univers, dimensions, c))
    return { dimensions, variables: new Map(possibles.map((c) => [c.join(','), prochaine++])) }
  })
}

const estImpossible = ({ impossibles }: Univers, dimensions: readonly number[], feuilles: readonly number[]): boolean =>
  impossibles.some((i) => i.dimensions.every((d, rang) => feuilles[dimensions.indexOf(d)] === i.feuilles[rang]))

export const variableDe = ({ dimensions, variables }: Bloc, feuilles: readonly number[]): number => {
  const variable = variables.get(dimensions.map((d) => feuilles[d]).join(','))
  if (variable === undefined) throw new Error('une personne donne des réponses déclarées impossibles')
  return variable
}

/** The unknowns of the first clique that holds all these dimensions, where each has one of these answers. */
export const variablesEn = (univers: Univers, blocs: readonly Bloc[], contraintes: Contraintes): readonly number[] =>
  variablesDuBloc(
    univers,
    blocs.find((b) => [...contraintes.keys()].every((d) => b.dimensions.includes(d))),
    contraintes,
  )

export const variablesDuBloc = (
  { dimensions: toutes }: Univers,
  bloc: Bloc | undefined,
  contraintes: Contraintes,
): readonly number[] => {
  if (bloc === undefined) throw new Error('un tableau hors de toute clique')
  const choix = bloc.dimensions.map((d) => contraintes.get(d) ?? suite(toutes[d]?.feuilles ?? 0))
  return produit(choix)
    .flatMap((c) => bloc.variables.get(c.join(',')) ?? [])
    .toSorted((a, b) => a - b)
}
