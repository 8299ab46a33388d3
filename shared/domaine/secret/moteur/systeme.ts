import { type Bloc, type Contraintes, numeroter, variableDe, variablesDuBloc, variablesEn } from './blocs.ts'
import { type Decomposition, decomposer } from './cliques.ts'
import { type Inconnues, inconnuesDesMultiples } from './multiples.ts'
import { type Dimension, feuillesDe, produit, suite, TOUT, type Univers } from './univers.ts'

/** What everybody knows of a release before reading a number of it: which cells count which unknowns. */
export type Structure = {
  readonly nbVariables: number
  /** The unknowns that each cell adds up. */
  readonly cellules: readonly (readonly number[])[]
  /** Σ plus = Σ moins: two cliques count the same units. */
  readonly egalites: readonly { readonly plus: readonly number[]; readonly moins: readonly number[] }[]
}

/** Where a cell is printed: a table, by rank, and one node per dimension of it. */
export type Place = { readonly tableau: number; readonly noeuds: readonly number[] }

/** Two places are the same when their keys are: maps are read by it. */
export const cleDePlace = ({ tableau, noeuds }: Place): string => `${tableau}:${noeuds.join(',')}`

/** What one person of the file knows: how many of the units that each of these unknowns counts are hers. */
export type Initie = readonly (readonly [variable: number, nombre: number])[]

/** A structure and its true numbers: held by the protector, never by the auditor. */
export type Systeme = Structure & {
  readonly variables: readonly number[]
  readonly valeurs: readonly number[]
  /** Every place where each cell is printed: one cell, whatever the tables (the same units). */
  readonly places: readonly (readonly Place[])[]
  /** Cells that count everybody. */
  readonly totaux: ReadonlySet<number>
  /** Lines of the tables: a margin and its parts. */
  readonly additions: readonly { readonly total: number; readonly parties: readonly number[] }[]
  /** Each kind of person in the file. */
  readonly inities: readonly Initie[]
  /** For each profile, in the order given, the unknowns that count it and how many times. */
  readonly profils: readonly Initie[]
  /** Unknowns with these answers; those that no clique holds together are none. */
  readonly variablesEn: (contraintes: Contraintes) => readonly number[]
  /** For each multiple question, by how much its answers exceed its units: one unknown per release. */
  readonly surnombres: readonly (readonly number[])[]
}

/** All the tables of a release as one linear system with an unknown per case of each clique. */
export const construireSysteme = (univers: Univers, decomposition = decomposer(univers)): Systeme => {
  const blocs = numeroter(univers, decomposition)
  const nbCases = blocs.reduce((total, bloc) => total + bloc.variables.size, 0)
  const inconnues = inconnuesDesMultiples(univers, blocs, nbCases)
  const variables = Array<number>(nbCases + inconnues.nombre).fill(0)
  const profils = univers.profils.map(({ feuilles }) => toucher(blocs, inconnues, feuilles))
  for (const [i, { effectif }] of univers.profils.entries())
    for (const [variable, nombre] of profils[i] ?? [])
      variables[variable] = (variables[variable] ?? 0) + nombre * effectif
  const { cellules, places, totaux, rangs } = ranger(univers, blocs)
  return {
    nbVariables: variables.length,
    cellules,
    egalites: [...decomposition.separateurs.flatMap((s) => egalitesDe(univers, blocs, s)), ...inconnues.egalites],
    variables,
    valeurs: cellules.map((c) => c.reduce((total, v) => total + (variables[v] ?? 0), 0)),
    places,
    totaux,
    additions: additionsDe(univers, rangs),
    inities: initiesDe(univers, profils),
    profils,
    variablesEn: (contraintes) => variablesEn(univers, blocs, contraintes),
    surnombres: inconnues.surnombres,
  }
}

const toucher = (blocs: readonly Bloc[], inconnues: Inconnues, feuilles: readonly number[]): Initie => [
  ...blocs.map((bloc) => [variableDe(bloc, feuilles), 1] as const),
  ...inconnues.touchees(feuilles),
]

/** Persons whose units are counted by the same unknowns, as many times, know the same: one of them is enough. */
const initiesDe = ({ profils }: Univers, touches: readonly Initie[]): readonly Initie[] => {
  const seules = new Map<string, Initie>()
  const parSorte = new Map<number, Map<number, number>>()
  for (const [i, { effectif, parts }] of profils.entries()) {
    const touchees = touches[i] ?? []
    if (effectif === 0) continue
    if (parts === undefined) seules.set(nommer(touchees), touchees)
    for (const [sorte, nombre] of parts ?? []) {
      const siennes = parSorte.get(sorte) ?? new Map<number, number>()
      parSorte.set(sorte, siennes)
      for (const [variable, fois] of touchees) siennes.set(variable, (siennes.get(variable) ?? 0) + fois * nombre)
    }
  }
  for (const siennes of parSorte.values()) seules.set(nommer([...siennes]), [...siennes])
  return [...seules.values()].map((initie) => initie.filter(([, nombre]) => nombre > 0))
}

const nommer = (initie: Initie): string =>
  initie.length === 1 ? String(initie[0]) : initie.map(String).toSorted().join(' ')

const ranger = (univers: Univers, blocs: readonly Bloc[]) => {
  const parVariables = new Map<string, number>()
  const rangs = new Map<string, number>()
  const cellules: (readonly number[])[] = []
  const places: Place[][] = []
  const totaux = new Set<number>()
  for (const [tableau, axes] of univers.tableaux.entries())
    for (const noeuds of produit(axes.map((a) => a.noeuds))) {
      const contraintes = new Map<number, readonly number[]>()
      for (const [i, { dimension: d }] of axes.entries()) {
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
      rangs.set(cleDePlace({ tableau, noeuds }), rang)
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
    const plus = variablesDuBloc(univers, blocs[de], contraintes)
    const moins = variablesDuBloc(univers, blocs[vers], contraintes)
    return plus.length + moins.length === 0 ? [] : [{ plus, moins }]
  })

/** A whole is the sum of what is printed of its answers where all of them are; a group likewise. */
const additionsDe = (univers: Univers, rangs: ReadonlyMap<string, number>): Systeme['additions'] => {
  const lignes = new Map<string, Systeme['additions'][number]>()
  for (const [tableau, axes] of univers.tableaux.entries())
    for (const noeuds of produit(axes.map((a) => a.noeuds)))
      for (const [i, { dimension: d, noeuds: imprimes }] of axes.entries()) {
        const dimension = dimensionEn(univers, d)
        const noeud = noeuds[i] ?? TOUT
        const total = rangs.get(cleDePlace({ tableau, noeuds }))
        if (total === undefined || (noeud !== TOUT && noeud < dimension.feuilles)) continue
        const parts = decouper(dimension, noeud, imprimes)
        if (parts === undefined) continue
        const parties = parts.flatMap((f) => rangs.get(cleDePlace({ tableau, noeuds: noeuds.with(i, f) })) ?? [])
        const cle = `${total}=${parties.toSorted((a, b) => a - b).join(',')}`
        if (parties.length !== 1 || parties[0] !== total) lignes.set(cle, { total, parties })
      }
  return [...lignes.values()]
}

/** Printed nodes that add up to this one: its answers, else groups that part it. */
const decouper = (dimension: Dimension, noeud: number, imprimes: readonly number[]): readonly number[] | undefined => {
  const feuilles = feuillesDe(dimension, noeud) ?? suite(dimension.feuilles)
  if (feuilles.every((f) => imprimes.includes(f))) return feuilles
  const parts = imprimes.filter((n) => n !== TOUT && n !== noeud)
  const couvertes = parts.flatMap((n) => feuillesDe(dimension, n) ?? [])
  return couvertes.length === feuilles.length && feuilles.every((f) => couvertes.includes(f)) ? parts : undefined
}
