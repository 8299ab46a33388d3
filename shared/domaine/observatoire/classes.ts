/** A class of the map: numbers from `de` to `a`, both included. */
export type Classe = { readonly de: number; readonly a: number }

/** At most four classes of the same width that hold every number from 1 to the greatest; none where nothing is counted. */
export const classesDe = (plusGrand: number): readonly Classe[] => {
  const nombre = Math.min(4, plusGrand)
  const largeur = Math.ceil(plusGrand / Math.max(1, nombre))
  return Array.from({ length: Math.ceil(plusGrand / Math.max(1, largeur)) }, (_, i) => ({
    de: i * largeur + 1,
    a: Math.min(plusGrand, (i + 1) * largeur),
  }))
}

/** Rank of the class of a number, from 0; -1 for zero. */
export const rangClasse = (classes: readonly Classe[], nombre: number): number =>
  classes.findIndex(({ de, a }) => nombre >= de && nombre <= a)
