import type { Connu } from './chiffre.ts'

/**
 * Share in percent to one decimal, each rounded on its own: a rounded number is never bent to make a sum. A count rounded
 * over the exact total is the whole of it.
 */
export const part = (valeur: number, base: number): number | undefined =>
  base === 0 ? undefined : Math.round((Math.min(valeur, base) * 1000) / base) / 10

/** Sum of rounded shares, free of binary noise. */
export const sommeDesParts = (parts: readonly number[]): number =>
  parts.reduce((total, p) => total + Math.round(p * 10), 0) / 10

/** Ratio to one decimal. A base published as zero leaves nothing to compute, whatever the rest; a masked term masks it. */
export const quotient = (numerateur: Connu, denominateur: Connu): Connu => {
  if (denominateur === 0 || denominateur === undefined || numerateur === undefined) return undefined
  return numerateur === null || denominateur === null ? null : Math.round((numerateur * 10) / denominateur) / 10
}

/** Share in percent to one decimal of two published numbers. */
export const pourcent = (numerateur: Connu, base: Connu): Connu =>
  quotient(typeof numerateur === 'number' ? numerateur * 100 : numerateur, base)

/** A masked term masks the sum. */
export const somme = (...termes: readonly Connu[]): Connu => {
  if (termes.includes(undefined)) return undefined
  return termes.reduce<Connu>((total, t) => (typeof total === 'number' && typeof t === 'number' ? total + t : null), 0)
}
