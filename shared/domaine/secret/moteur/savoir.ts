export type Intervalle = readonly [bas: number, haut: number]

/** What a reader is told of each cell, by rank: its value when published, anything when hidden. */
export type Savoir = readonly Intervalle[]

type Valeurs = readonly number[]
type Masquees = ReadonlySet<number>

/** A0, the outsider: a hidden cell may be anything, zero included. */
export const savoirExterieur = (valeurs: Valeurs, masquees: Masquees): Savoir =>
  valeurs.map((v, rang) => (masquees.has(rang) ? [0, Number.POSITIVE_INFINITY] : [v, v]))

/** A3, the prudent: knows that no zero is hidden. True of every reader when all zeros are shown. */
export const savoirPrudent = (valeurs: Valeurs, masquees: Masquees): Savoir =>
  valeurs.map((v, rang) => (masquees.has(rang) ? [Math.min(1, v), Number.POSITIVE_INFINITY] : [v, v]))

/** What « < seuil » tells of the cells that bear it, in place of one symbol for all: the mistake to detect. */
export const savoirEtiquete = (valeurs: Valeurs, masquees: Masquees, etiquetees: Masquees, seuil: number): Savoir =>
  savoirExterieur(valeurs, masquees).map((su, rang) => (etiquetees.has(rang) ? [1, seuil - 1] : su))

/** What a rounded number tells: the true one is less than a base away, on either side. */
export const savoirArrondi = (arrondies: Valeurs, base: number): Savoir =>
  arrondies.map((r) => [Math.max(0, r - base + 1), r + base - 1])
