import { TOLERANCE, type Sens } from './attaque.ts'
import { plafondDe, plancherDe, type Demande, type Probleme } from './regle.ts'
import { colonnesDe, reduire, sommeDe } from './reduire.ts'
import { ErreurSolveur, type Solveur } from './solveur.ts'

/** Which cells may move: 1 hidden, 0 shown, and anything between for a relaxed search. */
export type Motif = ArrayLike<number>

/** How far a cell moves under a motif, with the table that does it and the price the duals put on each shown cell. */
export type Deplacement = {
  readonly ecart: number
  readonly cellules: Float64Array
  /** For every motif x: what the demand can move is at most `constante` + Σ prix × x. */
  readonly constante: number
  readonly prix: Float64Array
}

/** The attacker as seen by the protector, who may change the motif between two questions. */
export type Capacite = {
  readonly fixer: (motif: Motif) => void
  readonly deplacer: (demande: Demande) => Deplacement
}

/** Every cell is a row between its value less what may be taken, and its value plus what may be added. */
export const mesurer = <T>(solveur: Solveur, probleme: Probleme, travail: (capacite: Capacite) => T): T => {
  const { systeme, figees } = probleme
  const nulles = new Set([...figees].filter((c) => systeme.valeurs[c] === 0).flatMap((c) => systeme.cellules[c] ?? []))
  const reduite = reduire(systeme, nulles)
  const { nbColonnes, cellules, egalites, colonneDe } = reduite
  const vraies = new Float64Array(nbColonnes)
  for (const [v, colonne] of colonneDe.entries())
    if (colonne !== undefined) vraies[colonne] = (vraies[colonne] ?? 0) + (systeme.variables[v] ?? 0)
  const total = Math.max(...[...systeme.totaux].map((c) => systeme.valeurs[c] ?? 0), 0)
  const rangs = cellules.map((_, rang) => rang)
  const reductible = rangs.map((c) => (systeme.valeurs[c] ?? 0) - plancherDe(probleme, c))
  const ajoutable = rangs.map((c) =>
    Math.min(total + 2 * probleme.regle.seuil, plafondDe(probleme, c) - (systeme.valeurs[c] ?? 0)),
  )
  const vide = Array<number>(nbColonnes).fill(0)
  const programme = solveur.ouvrir({
    couts: vide,
    bas: vide,
    haut: Array<number>(nbColonnes).fill(Number.POSITIVE_INFINITY),
    lignes: [
      ...cellules.map((indices, c) => {
        const valeur = systeme.valeurs[c] ?? 0
        return { bas: valeur, haut: valeur, indices, coefficients: indices.map(() => 1) }
      }),
      ...egalites,
    ],
  })
  let motif: Motif = []
  const fixer = (nouveau: Motif): void => {
    const changes = rangs.filter((c) => (motif[c] ?? 0) !== (nouveau[c] ?? 0))
    programme.bornerLignes(
      changes,
      changes.map((c) => (systeme.valeurs[c] ?? 0) - (reductible[c] ?? 0) * (nouveau[c] ?? 0)),
      changes.map((c) => (systeme.valeurs[c] ?? 0) + (ajoutable[c] ?? 0) * (nouveau[c] ?? 0)),
    )
    motif = Float64Array.from(rangs, (c) => nouveau[c] ?? 0)
  }
  let objectif: readonly number[] = []
  const unSens = (cellule: number, sens: Sens, siennes: ReadonlyMap<number, number>): Deplacement => {
    const visees = cellules[cellule] ?? []
    programme.changerCouts(objectif, vide.slice(0, objectif.length))
    programme.changerCouts(
      visees,
      visees.map(() => -sens),
    )
    objectif = visees
    const { colonnes, duaux, couts } = programme.minimiser()
    const prix = new Float64Array(cellules.length)
    for (const c of rangs) {
      const dual = duaux[c] ?? 0
      if (dual > SEUIL_DUAL) prix[c] = dual * (reductible[c] ?? 0)
      else if (dual < -SEUIL_DUAL) prix[c] = -dual * (ajoutable[c] ?? 0)
    }
    let constante = 0
    for (const [colonne, cout] of couts.entries())
      constante += Math.max(0, cout) * ((vraies[colonne] ?? 0) - (siennes.get(colonne) ?? 0))
    return {
      ecart: sens * (sommeDe(visees, colonnes) - (systeme.valeurs[cellule] ?? 0)),
      cellules: Float64Array.from(cellules, (c) => sommeDe(c, colonnes)),
      constante,
      prix,
    }
  }
  const deplacer = ({ cellule, sens, initie = [] }: Demande): Deplacement => {
    const { colonnes, nombres } = colonnesDe(reduite, initie)
    const sansLimite = colonnes.map(() => Number.POSITIVE_INFINITY)
    const siennes = new Map(colonnes.map((c, i) => [c, nombres[i] ?? 0]))
    programme.borner(colonnes, nombres, sansLimite)
    try {
      return sens.map((s) => unSens(cellule, s, siennes)).reduce(additionner)
    } finally {
      const sansPlancher = colonnes.map(() => 0)
      programme.borner(colonnes, sansPlancher, sansLimite)
    }
  }
  try {
    return travail({ fixer, deplacer })
  } finally {
    programme.liberer()
  }
}

const SEUIL_DUAL = 1e-9

/** Two directions together move by what each moves; the table of one is kept, that moves most. */
const additionner = (a: Deplacement, b: Deplacement): Deplacement => ({
  ecart: a.ecart + b.ecart,
  cellules: a.ecart >= b.ecart ? a.cellules : b.cellules,
  constante: a.constante + b.constante,
  prix: a.prix.map((p, c) => p + (b.prix[c] ?? 0)),
})

/** This other table alone is enough for the demand. */
export const suffit = (
  { systeme: { valeurs } }: Probleme,
  { cellule, sens, ecart, initie }: Demande,
  autre: Float64Array,
): boolean => {
  if (initie !== undefined) return false
  const deplacement = (autre[cellule] ?? 0) - (valeurs[cellule] ?? 0)
  return sens.some((s) => s * deplacement >= ecart - TOLERANCE)
}

/** Tells whether the motif satisfies the demand; nothing when the solver says there is no table at all. */
export const satisfaite = (demande: Demande, { ecart }: Pick<Deplacement, 'ecart'>): boolean =>
  ecart >= demande.ecart - TOLERANCE

export const estInfaisable = (erreur: unknown): boolean =>
  erreur instanceof ErreurSolveur && erreur.statut === 'infaisable'
