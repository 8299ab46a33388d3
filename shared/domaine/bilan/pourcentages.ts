/** Share in percent to one decimal, each rounded on its own: a rounded number is never bent to make a sum. */
export const part = (valeur: number, base: number): number | undefined =>
  base === 0 ? undefined : Math.round((valeur * 1000) / base) / 10

/** Sum of rounded shares, free of binary noise. */
export const sommeDesParts = (parts: readonly number[]): number =>
  parts.reduce((total, p) => total + Math.round(p * 10), 0) / 10

export const quotient = (numerateur: number | null, denominateur: number | null): number | null =>
  numerateur === null || denominateur === null || denominateur === 0
    ? null
    : Math.round((numerateur * 10) / denominateur) / 10
