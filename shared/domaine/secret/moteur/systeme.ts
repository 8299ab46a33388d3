import { type Decomposition, decomposer } from './cliques.ts'
import { type Dimension, feuillesDe, noeudsDe, produit, suite, TOUT, type Univers } from './univers.ts'

/** What everybody knows of a release before reading a number of it: which cells count which unknowns. */
export type Structure = {
  readonly nbVariables: number
  /** The unknowns that each cell adds up. */
  readonly cellules: readonly (readonly number[])[]
  /** Σ plus = Σ moins: two cliques count the same persons. */
  readonly egalites: readonly { readonly plus: readonly number[]; readonly moins: readonly number[] }[]
}

/** Where a cell is printed: a table, by rank, and one node per dimension of it. */
export type Place = { readonly tableau: number; readonly noeuds: readonly number[] }

/** A structure and its true numbers: held by the protector, never by the auditor. */
export type Systeme = Structure & {
  readonly variables: readonly number[]
  readonly valeurs: readonly number[]
  /** Every place where each cell is printed: one cell, whatever the tables (the same persons). */
  readonly places: readonly (readonly Place[])[]
  /** Cells that count everybody. */
  readonly totaux: ReadonlySet<number>
  /** Lines of the tables: a margin and its parts. */
  readonly additions: readonly { readonly total: number; readonly parties: readonly number[] }[]
  /** For each kind of person in the file, the unknowns that count her. */
  readonly profils: readonly (readonly number[])[]
}

/** All the tables of a release as one linear system with an unknown per case of each clique. */
export const construireSysteme = (univers: Univers, decomposition = decomposer(univers)): Systeme => {
  const blocs = numeroter(univers, decomposition)
  const nbVariables = blocs.reduce((total, bloc) => total + bloc.variables.size, 0)
  const variables = Array<number>(nbVariables).fill(0)
  const profils = new Map<string, readonly number[]>()
  for (const { feuilles, effectif } of univers.profils) {
    if (effectif === 0) continue
    const touchees = blocs.map((bloc) => variableDe(bloc, feuilles))
    for (const variable of touchees) variables[variable] = (variables[variable] ?? 0) + effectif
    profils.set(touchees.join(' '), touchees)
  }
  const { cellules, places, totaux, rangs } = ranger(univers, blocs)
  return {
    nbVariables,
    cellules,
    egalites: decomposition.separateurs.flatMap((s) => egalitesDe(univers, blocs, s)),
    variables,
    valeurs: cellules.map((c) => c.reduce((total, v) => total + (variables[v] ?? 0), 0)),
    places,
    totaux,
    additions: additionsDe(univers, rangs),
    profils: [...profils.values()],
  }
}

const cleDe = ({ tableau, noeuds }: Place): string => `${tableau}:${noeuds.join(',')}`

/** The unknowns of a clique: one per possible combination of answers, found by those answers. */
type Bloc = { readonly dimensions: readonly number[]; readonly variables: ReadonlyMap<string, number> }

const numeroter = (univers: Univers, { cliques }: Decomposition): readonly Bloc[] => {
  let prochaine = 0
  return cliques.map((dimensions) => {
    const combinaisons = produit(dimensions.map((d) => suite(univers.dimensions[d]?.feuilles ?? 0)))
    const possibles = combinaisons.filter((c) => !estImpossible(univers, dimensions, c))
    return { dimensions, variables: new Map(possibles.map((c) => [c.join(','), prochaine++])) }
  })
}

const estImpossible = ({ impossibles }: Univers, dimensions: readonly number[], feuilles: readonly number[]): boolean =>
  impossibles.some((i) => i.dimensions.every((d, rang) => feuilles[dimensions.indexOf(d)] === i.feuilles[rang]))

const variableDe = ({ dimensions, variables }: Bloc, feuilles: readonly number[]): number => {
  const variable = variables.get(dimensions.map((d) => feuilles[d]).join(','))
  if (variable === undefined) throw new Error('une personne donne des réponses déclarées impossibles')
  return variable
}

/** The unknowns of the first clique that holds all these dimensions, where each has one of these answers. */
const variablesEn = (
  { dimensions: toutes }: Univers,
  blocs: readonly Bloc[],
  contraintes: ReadonlyMap<number, readonly number[]>,
  bloc = blocs.find((b) => [...contraintes.keys()].every((d) => b.dimensions.includes(d))),
): readonly number[] => {
  if (bloc === undefined) throw new Error('un tableau hors de toute clique')
  const choix = bloc.dimensions.map((d) => contraintes.get(d) ?? suite(toutes[d]?.feuilles ?? 0))
  return produit(choix)
    .flatMap((c) => bloc.variables.get(c.join(',')) ?? [])
    .toSorted((a, b) => a - b)
}

const ranger = (univers: Univers, blocs: readonly Bloc[]) => {
  const parVariables = new Map<string, number>()
  const rangs = new Map<string, number>()
  const cellules: (readonly number[])[] = []
  const places: Place[][] = []
  const totaux = new Set<number>()
  for (const [tableau, croisees] of univers.tableaux.entries())
    for (const noeuds of produit(croisees.map((d) => noeudsDe(dimensionEn(univers, d))))) {
      const contraintes = new Map<number, readonly number[]>()
      for (const [i, d] of croisees.entries()) {
        const feuilles = feuillesDe(dimensionEn(univers, d), noeuds[i] ?? TOUT)
        if (feuilles !== undefined && feuilles.length < dimensionEn(univers, d).feuilles) contraintes.set(d, feuilles)
      }
      const variables = variablesEn(univers, blocs, contraintes)
      if (variables.length === 0) continue
      const cle = variables.join(',')
      const rang = parVariables.get(cle) ?? cellules.length
      if (rang === cellules.length) {
        parVariables.set(cle, rang)
        cellules.push(variables)
        places.push([])
      }
      if (contraintes.size === 0) totaux.add(rang)
      places[rang]?.push({ tableau, noeuds })
      rangs.set(cleDe({ tableau, noeuds }), rang)
    }
  return { cellules, places, totaux, rangs }
}

const dimensionEn = ({ dimensions }: Univers, rang: number): Dimension =>
  dimensions[rang] ?? { feuilles: 0, groupes: [] }

const egalitesDe = (
  univers: Univers,
  blocs: readonly Bloc[],
  { de, vers, dimensions }: Decomposition['separateurs'][number],
): Structure['egalites'] =>
  produit(dimensions.map((d) => suite(dimensionEn(univers, d).feuilles))).flatMap((feuilles) => {
    const contraintes = new Map(dimensions.map((d, i) => [d, [feuilles[i] ?? 0]]))
    const plus = variablesEn(univers, blocs, contraintes, blocs[de])
    const moins = variablesEn(univers, blocs, contraintes, blocs[vers])
    return plus.length + moins.length === 0 ? [] : [{ plus, moins }]
  })

const additionsDe = (univers: Univers, rangs: ReadonlyMap<string, number>): Systeme['additions'] => {
  const lignes = new Map<string, Systeme['additions'][number]>()
  for (const [tableau, croisees] of univers.tableaux.entries())
    for (const noeuds of produit(croisees.map((d) => noeudsDe(dimensionEn(univers, d)))))
      for (const [i, d] of croisees.entries()) {
        const dimension = dimensionEn(univers, d)
        const noeud = noeuds[i] ?? TOUT
        const total = rangs.get(cleDe({ tableau, noeuds }))
        if (total === undefined || (noeud !== TOUT && noeud < dimension.feuilles)) continue
        const feuilles = feuillesDe(dimension, noeud) ?? suite(dimension.feuilles)
        const parties = feuilles.flatMap((f) => rangs.get(cleDe({ tableau, noeuds: noeuds.with(i, f) })) ?? [])
        const cle = `${total}=${parties.toSorted((a, b) => a - b).join(',')}`
        if (parties.length !== 1 || parties[0] !== total) lignes.set(cle, { total, parties })
      }
  return [...lignes.values()]
}
