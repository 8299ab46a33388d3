import highsLoader, { type Highs, type IndexSelection } from 'highs'
import {
  ErreurSolveur,
  type LigneModele,
  type Modele,
  type Programme,
  type Solveur,
  type StatutSolveur,
} from '#shared/domaine/secret/moteur/solveur.ts'

/**
 * HiGHS in WebAssembly, one thread, fixed seed, loaded once. Each solve blocks the thread that asks for it. `programme`: from
 * `compilerHighs`, when another thread has it.
 */
export const chargerHighs = (programme?: WebAssembly.Module): Promise<Solveur> => (charge ??= charger(programme))

const charger = async (programme: WebAssembly.Module | undefined): Promise<Solveur> => {
  const highs = await highsLoader(programme === undefined ? {} : { wasmModule: programme })
  return { nom: 'HiGHS', version: highs.version.string, ouvrir: (modele) => ouvrir(highs, modele) }
}
let charge: Promise<Solveur> | undefined

const ouvrir = (highs: Highs, { couts, bas, haut, lignes, entier = false }: Modele): Programme => {
  const nbColonnes = couts.length
  const model = highs.createModel({
    numCols: nbColonnes,
    numRows: lignes.length,
    colCost: couts,
    colLower: bas,
    colUpper: haut,
    rowLower: lignes.map((l) => l.bas),
    rowUpper: lignes.map((l) => l.haut),
    matrix: matrice(lignes, nbColonnes),
    ...(entier ? { integrality: couts.map(() => highs.constants.variableType.integer) } : {}),
  })
  model.options.set({
    output_flag: false,
    random_seed: 1,
    ...(entier ? { mip_rel_gap: 0, mip_abs_gap: 1e-6 } : { solver: 'simplex', presolve: 'off', simplex_strategy: 4 }),
  })
  return {
    changerCouts: (indices, valeurs) => void (indices.length > 0 && model.changeColsCost(choix(indices), valeurs)),
    borner: (indices, lower, upper) =>
      void (indices.length > 0 && model.changeColsBounds(choix(indices), lower, upper)),
    bornerLignes: (indices, lower, upper) =>
      void (indices.length > 0 && model.changeRowsBounds(choix(indices), lower, upper)),
    ajouter: (ajoutees) => {
      for (const { bas: lower, haut: upper, indices, coefficients } of ajoutees)
        model.addRow(lower, upper, { indices, values: coefficients })
    },
    proposer: (colonnes) => void model.setSolution({ indices: colonnes.map((_, i) => i), values: colonnes }),
    minimiser: (secondes = JOUR) => {
      model.zeroAllClocks()
      model.options.set({ time_limit: secondes })
      const { modelStatus } = lancer(() => model.run())
      if (modelStatus !== highs.constants.modelStatus.optimal) throw new ErreurSolveur(statuts[modelStatus] ?? 'echec')
      const { colValue, rowValue, rowDual, colDual } = model.getSolution()
      return {
        valeur: model.getObjectiveValue(),
        colonnes: colValue,
        lignes: rowValue,
        duaux: rowDual,
        couts: colDual,
      }
    },
    liberer: () => model.dispose(),
  }
}

/** Whatever the solver throws, out of memory included, is a failure to prove. */
const lancer = <T>(resoudre: () => T): T => {
  try {
    return resoudre()
  } catch {
    throw new ErreurSolveur('echec')
  }
}

/** HiGHS model status codes that say something; all others are failures. */
const statuts: Readonly<Record<number, StatutSolveur>> = { 8: 'infaisable', 10: 'non-borne', 13: 'temps' }

/** No limit: the option must be finite. */
const JOUR = 86_400

const choix = (indices: readonly number[]): IndexSelection => ({ kind: 'set', indices })

const matrice = (lignes: readonly LigneModele[], numCols: number) => {
  const starts = [0]
  for (const { indices } of lignes) starts.push((starts.at(-1) ?? 0) + indices.length)
  return {
    format: 'csr',
    numRows: lignes.length,
    numCols,
    starts,
    indices: lignes.flatMap((l) => l.indices),
    values: lignes.flatMap((l) => l.coefficients),
  } as const
}
