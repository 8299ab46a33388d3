/** One row: `bas` ≤ Σ coefficients × columns ≤ `haut`. Indices increase strictly. */
export type LigneModele = {
  readonly bas: number
  readonly haut: number
  readonly indices: readonly number[]
  readonly coefficients: readonly number[]
}

/** A linear program to minimise, or an integer one when `entier`. Infinite bounds are `Infinity`. */
export type Modele = {
  readonly couts: readonly number[]
  readonly bas: readonly number[]
  readonly haut: readonly number[]
  readonly lignes: readonly LigneModele[]
  readonly entier?: boolean
}

/** An optimum that was proved. Duals are those of a minimisation, and say nothing for an integer program. */
export type Optimum = {
  readonly valeur: number
  readonly colonnes: Float64Array
  readonly lignes: Float64Array
  readonly duaux: Float64Array
  readonly couts: Float64Array
}

/** A program kept in the solver between two solves, so that each one starts where the last ended. */
export type Programme = {
  /** Indices increase strictly, here and below. */
  readonly changerCouts: (indices: readonly number[], couts: readonly number[]) => void
  readonly borner: (colonnes: readonly number[], bas: readonly number[], haut: readonly number[]) => void
  readonly bornerLignes: (lignes: readonly number[], bas: readonly number[], haut: readonly number[]) => void
  readonly ajouter: (lignes: readonly LigneModele[]) => void
  /** A value for every column, where a search may start from. */
  readonly proposer: (colonnes: readonly number[]) => void
  /** Throws {@link ErreurSolveur} for anything but a proved optimum. `secondes` bounds the time of this solve. */
  readonly minimiser: (secondes?: number) => Optimum
  /** The memory belongs to the solver: it has to be given back. */
  readonly liberer: () => void
}

/** Exact linear and integer programming, passed in so that the engine stays pure. Same model, same answer. */
export type Solveur = {
  readonly nom: string
  readonly version: string
  readonly ouvrir: (modele: Modele) => Programme
}

export type StatutSolveur = 'infaisable' | 'non-borne' | 'temps' | 'echec'

/** The solver did not prove an optimum. Never a success: what it was asked for is not known. */
export class ErreurSolveur extends Error {
  readonly statut: StatutSolveur
  constructor(statut: StatutSolveur) {
    super(`solveur : ${statut}`)
    this.name = 'ErreurSolveur'
    this.statut = statut
  }
}

/** Runs `travail` on a program, and gives its memory back whatever happens. */
export const avecProgramme = <T>(solveur: Solveur, modele: Modele, travail: (programme: Programme) => T): T => {
  const programme = solveur.ouvrir(modele)
  try {
    return travail(programme)
  } finally {
    programme.liberer()
  }
}
