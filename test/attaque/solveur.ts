import highsLoader, { type Highs } from 'highs'

/** bas ≤ Σ coefficient × inconnue ≤ haut. */
export type Ligne = { readonly termes: Expression; readonly bas: number; readonly haut: number }
export type Expression = ReadonlyMap<number, number>
export type Intervalle = readonly [bas: number, haut: number]

/** What the files say cannot all be true. */
export class Contradiction extends Error {}

let charge: Promise<Highs> | undefined

/** Smallest and largest value of each expression over whole, non-negative unknowns that obey every line. */
export const encadrer = async (
  inconnues: number,
  lignes: readonly Ligne[],
  cibles: readonly Expression[],
): Promise<readonly Intervalle[]> => {
  const highs = await (charge ??= highsLoader())
  const continu = ouvrir(highs, inconnues, lignes, false)
  const entier = ouvrir(highs, inconnues, lignes, true)
  try {
    const extreme = (cible: Expression, sens: 1 | -1): number => {
      const lp = continu.minimiser(cible, sens)
      if (lp === null) return sens * -Infinity
      // A whole solution is the bound itself; otherwise whole persons may allow less.
      if (lp.entiere) return sens * Math.round(lp.valeur) + 0
      const mip = entier.minimiser(cible, sens)
      return sens * Math.ceil((mip ?? lp).valeur - 1e-6) + 0
    }
    return cibles.map((cible) => [extreme(cible, 1), extreme(cible, -1)])
  } finally {
    continu.fermer()
    entier.fermer()
  }
}

const ouvrir = (highs: Highs, inconnues: number, lignes: readonly Ligne[], enEntiers: boolean) => {
  const starts = [0]
  for (const { termes } of lignes) starts.push((starts.at(-1) ?? 0) + termes.size)
  const zeros = Array.from({ length: inconnues }, () => 0)
  const model = highs.createModel({
    numCols: inconnues,
    numRows: lignes.length,
    colCost: zeros,
    colLower: zeros,
    colUpper: zeros.map(() => Infinity),
    rowLower: lignes.map((l) => l.bas),
    rowUpper: lignes.map((l) => l.haut),
    matrix: {
      format: 'csr',
      numRows: lignes.length,
      numCols: inconnues,
      starts,
      indices: lignes.flatMap((l) => [...l.termes.keys()]),
      values: lignes.flatMap((l) => [...l.termes.values()]),
    },
    ...(enEntiers ? { integrality: zeros.map(() => highs.constants.variableType.integer) } : {}),
  })
  model.options.set({ output_flag: false, random_seed: 7, ...(enEntiers ? { time_limit: 2 } : { presolve: 'off' }) })
  return {
    /** Least value of sens × cible; null when nothing bounds it, or when whole numbers take too long. */
    minimiser: (cible: Expression, sens: 1 | -1) => {
      const indices = [...cible.keys()]
      model.changeColsCost(
        { kind: 'set', indices },
        [...cible.values()].map((c) => sens * c),
      )
      model.zeroAllClocks()
      const { modelStatus } = model.run()
      const { optimal, infeasible, unbounded, timeLimit } = highs.constants.modelStatus
      const valeur = model.getObjectiveValue()
      const colonnes = model.getSolution().colValue
      model.changeColsCost(
        { kind: 'set', indices },
        indices.map(() => 0),
      )
      if (modelStatus === unbounded || (enEntiers && modelStatus === timeLimit)) return null
      if (modelStatus !== optimal)
        throw modelStatus === infeasible
          ? new Contradiction('le tout est impossible')
          : new Error(`HiGHS : ${modelStatus}`)
      return { valeur, entiere: colonnes.every((v) => Math.abs(v - Math.round(v)) < 1e-6) }
    },
    fermer: () => model.dispose(),
  }
}
