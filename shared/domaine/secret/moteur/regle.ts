import type { Intervalle } from './savoir.ts'
import type { Initie, Systeme } from './systeme.ts'

/** What a release must satisfy. */
export type Regle = {
  /** A count of 1 to `seuil` − 1 persons is never shown. */
  readonly seuil: number
  /** `intervalle`: cannot be told from a publishable cell. `exact`: at least two values remain possible. */
  readonly exigence: 'intervalle' | 'exact'
  /** `visibles`: every zero is shown, and everybody knows that a hidden cell holds somebody. */
  readonly zeros: 'masquables' | 'visibles'
  /** Cells that a person of the file would find exactly: hidden better, or only told in the audit. */
  readonly inities: 'proteges' | 'signales'
}

/** What is to be hidden, what cannot be, and what it costs: fixed before any search. */
export type Probleme = {
  readonly systeme: Systeme
  readonly regle: Regle
  readonly primaires: ReadonlySet<number>
  /** Hidden already, and nothing to prove of them: what a linked release hides, or never printed. */
  readonly libres: ReadonlySet<number>
  /** Between what and what a linked release says that a hidden cell is. */
  readonly limites: ReadonlyMap<number, Intervalle>
  /** Cells shown whatever happens: the grand total, and those that were published before. */
  readonly figees: ReadonlySet<number>
  /** Price of hiding each cell that is not primary. */
  readonly couts: readonly number[]
}

/**
 * Poses the problem of a release: `primaires` defaults to the counts under the threshold; a cell hidden in a linked
 * release (`dejaMasquees`) costs nothing to hide again, one that was published (`dejaPubliees`) cannot be hidden any more.
 */
export const poserProbleme = (
  systeme: Systeme,
  regle: Regle,
  choix: {
    readonly primaires?: ReadonlySet<number>
    readonly dejaPubliees?: ReadonlySet<number>
    readonly dejaMasquees?: ReadonlySet<number>
    readonly libres?: ReadonlySet<number>
    readonly limites?: ReadonlyMap<number, Intervalle>
  } = {},
): Probleme => {
  const primaires = choix.primaires ?? sousLeSeuil(systeme.valeurs, regle.seuil)
  const jamais = regle.zeros === 'visibles' ? rangsOu(systeme.valeurs, (v) => v === 0) : []
  const figees = [...systeme.totaux, ...(choix.dejaPubliees ?? []), ...jamais].filter((c) => !primaires.has(c))
  const couts = systeme.valeurs.map((v, rang) => (choix.dejaMasquees?.has(rang) === true ? 0 : Math.max(v, 1)))
  const { libres = new Set(), limites = new Map() } = choix
  return { systeme, regle, primaires, libres, limites, figees: new Set(figees), couts }
}

const sousLeSeuil = (valeurs: readonly number[], seuil: number): ReadonlySet<number> =>
  new Set(rangsOu(valeurs, (v) => v > 0 && v < seuil))

const rangsOu = (valeurs: readonly number[], vrai: (valeur: number) => boolean): readonly number[] =>
  valeurs.flatMap((v, rang) => (vrai(v) ? [rang] : []))

export const estToujoursMasquee = ({ primaires, libres }: Probleme, cellule: number): boolean =>
  primaires.has(cellule) || libres.has(cellule)

/** The least that a hidden cell may be. */
export const plancherDe = ({ systeme, regle, limites }: Probleme, cellule: number): number =>
  Math.max(limites.get(cellule)?.[0] ?? 0, regle.zeros === 'visibles' ? Math.min(1, systeme.valeurs[cellule] ?? 0) : 0)

/** The most that it may be. */
export const plafondDe = ({ limites }: Probleme, cellule: number): number =>
  limites.get(cellule)?.[1] ?? Number.POSITIVE_INFINITY

export const coutDe = ({ couts }: Probleme, cellules: Iterable<number>): number =>
  [...cellules].reduce((total, c) => total + (couts[c] ?? 0), 0)

/**
 * One thing to prove of a cell: other tables fit that move it by `ecart` from its value, in these directions together.
 * With `initie`, these tables must count at least the units of the person who attacks.
 */
export type Demande = {
  readonly cellule: number
  readonly sens: readonly (1 | -1)[]
  readonly ecart: number
  readonly initie?: Initie
}

export const demandesDe = (probleme: Probleme): readonly Demande[] =>
  [...probleme.primaires].flatMap((cellule) => {
    const valeur = probleme.systeme.valeurs[cellule] ?? 0
    if (probleme.regle.exigence === 'exact') return [{ cellule, sens: [1, -1] as const, ecart: 1 }]
    const demandes: readonly Demande[] = [
      { cellule, sens: [1], ecart: probleme.regle.seuil - valeur },
      { cellule, sens: [-1], ecart: valeur - 1 },
    ]
    return demandes.filter((d) => d.ecart > 0)
  })

/** The verdict on a cell that had to be protected, from what a reader finds. */
export const estProtegee = ({ seuil, exigence }: Regle, valeur: number, [bas, haut]: Intervalle): boolean =>
  exigence === 'exact' ? haut > bas : bas <= Math.min(valeur, 1) && haut >= Math.max(seuil, valeur)
