import { colonnesDe, reduire, sommeDe } from './reduire.ts'
import type { Intervalle, Savoir } from './savoir.ts'
import { ErreurSolveur, type LigneModele, type Solveur } from './solveur.ts'
import type { Initie, Structure } from './systeme.ts'

/** Another table of persons that fits everything published, found on the way: it tells of every hidden cell at once. */
export type Temoin = { readonly colonnes: Float64Array; readonly cellules: Float64Array }

/** A reader with a computer: asks what is the least, or the most, that a cell may be. */
export type Attaque = {
  readonly temoins: readonly Temoin[]
  /** Solves, and keeps the table found. `Infinity` when nothing bounds the cell. */
  readonly extreme: (cellule: number, sens: Sens) => number
  /** For the time of `travail`, the reader knows that these units are in the file: they are his own. */
  readonly enInitie: <T>(initie: Initie, travail: (possibles: readonly Temoin[]) => T) => T
  readonly nbCalculs: () => number
}
export type Sens = 1 | -1

/** What is inside a proof of 10⁻⁷ is a whole number: bounds are widened by this much, then rounded towards the inside. */
export const TOLERANCE = 1e-6

/** Reads nothing but what is published. Throws {@link ErreurSolveur} when any bound is not proved. */
export const attaquer = <T>(
  solveur: Solveur,
  structure: Structure,
  savoir: Savoir,
  travail: (attaque: Attaque) => T,
  entier = false,
): T => {
  const { reduite, lignes } = poser(structure, savoir)
  const { nbColonnes, cellules } = reduite
  const vide = Array<number>(nbColonnes).fill(0)
  const infini = Array<number>(nbColonnes).fill(Number.POSITIVE_INFINITY)
  const programme = solveur.ouvrir({ couts: vide, bas: vide, haut: infini, lignes, entier })
  const bornees = new Set(
    lignes.flatMap((l) => (l.bas >= 0 && l.haut > 0 && l.haut < Number.POSITIVE_INFINITY ? l.indices : [])),
  )
  const temoins: Temoin[] = []
  let objectif: readonly number[] = []
  let calculs = 0
  const extreme = (cellule: number, sens: Sens): number => {
    const visees = cellules[cellule] ?? []
    if (visees.length === 0) return 0
    programme.changerCouts(objectif, vide.slice(0, objectif.length))
    programme.changerCouts(
      visees,
      visees.map(() => -sens),
    )
    objectif = visees
    calculs += 1
    try {
      const { colonnes } = programme.minimiser()
      temoins.push({ colonnes, cellules: Float64Array.from(cellules, (c) => sommeDe(c, colonnes)) })
      return sommeDe(visees, colonnes)
    } catch (erreur) {
      const libre = sens === 1 && visees.some((c) => !bornees.has(c))
      if (libre && erreur instanceof ErreurSolveur && erreur.statut === 'non-borne') return Number.POSITIVE_INFINITY
      throw erreur
    }
  }
  const enInitie: Attaque['enInitie'] = (initie, faire) => {
    const { colonnes: siennes, nombres } = colonnesDe(reduite, initie)
    const sansLimite = siennes.map(() => Number.POSITIVE_INFINITY)
    programme.borner(siennes, nombres, sansLimite)
    try {
      return faire(
        temoins.filter(({ colonnes }) => siennes.every((c, i) => (colonnes[c] ?? 0) >= (nombres[i] ?? 0) - TOLERANCE)),
      )
    } finally {
      const sansPlancher = siennes.map(() => 0)
      programme.borner(siennes, sansPlancher, sansLimite)
    }
  }
  try {
    return travail({ temoins, extreme, enInitie, nbCalculs: () => calculs })
  } finally {
    programme.liberer()
  }
}

/** Published zeros settle their unknowns; every other thing known is a row, said once. */
const poser = (structure: Structure, savoir: Savoir) => {
  const nulles = new Set(structure.cellules.flatMap((variables, rang) => (savoir[rang]?.[1] === 0 ? variables : [])))
  const reduite = reduire(structure, nulles)
  const lignes = new Map<string, LigneModele>()
  for (const [rang, [bas, haut]] of savoir.entries()) {
    const indices = reduite.cellules[rang] ?? []
    if ((bas <= 0 && haut === Number.POSITIVE_INFINITY) || indices.length === 0) {
      if (bas > 0 && indices.length === 0) throw new ErreurSolveur('infaisable')
      continue
    }
    const cle = indices.join(' ')
    const deja = lignes.get(cle)
    const coefficients = indices.map(() => 1)
    lignes.set(cle, {
      bas: Math.max(bas, deja?.bas ?? bas),
      haut: Math.min(haut, deja?.haut ?? haut),
      indices,
      coefficients,
    })
  }
  return { reduite, lignes: [...lignes.values(), ...reduite.egalites] }
}

/** The bounds of each of these cells, widened then rounded to whole numbers. */
export const intervalles = (attaque: Attaque, cellules: Iterable<number>): ReadonlyMap<number, Intervalle> =>
  new Map(
    [...cellules].map((cellule) => {
      const nulle = attaque.temoins.some((t) => (t.cellules[cellule] ?? 0) <= TOLERANCE)
      const bas = nulle ? 0 : attaque.extreme(cellule, -1)
      return [cellule, arrondir(bas, attaque.extreme(cellule, 1))]
    }),
  )

export const arrondir = (bas: number, haut: number): Intervalle => [
  Math.max(0, Math.ceil(bas - TOLERANCE)),
  Math.floor(haut + TOLERANCE),
]
