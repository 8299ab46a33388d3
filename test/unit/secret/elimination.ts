import type { Systeme } from '#shared/domaine/secret/systeme.ts'

/**
 * An attacker who shares no line with the suppression: he combines all the sums at once, by Gauss-Jordan elimination in
 * integers, and names the masked cells that have one solution only.
 */
export const retrouver = (systeme: Systeme, masquees: ReadonlySet<string>): readonly string[] => {
  const inconnues = [...masquees]
  const lignes = systeme.lignes.map((ligne) => {
    const coefficients = new Map(ligne.map((t) => [t.cle, t.signe]))
    return inconnues.map((cle) => BigInt(coefficients.get(cle) ?? 0))
  })
  const reduites: bigint[][] = []
  for (const colonne of inconnues.keys()) {
    const rang = lignes.findIndex((l) => l[colonne] !== 0n)
    if (rang === -1) continue
    const [pivot] = lignes.splice(rang, 1)
    if (pivot === undefined) continue
    for (const liste of [lignes, reduites])
      for (const [i, ligne] of liste.entries()) liste[i] = eliminer(ligne, pivot, colonne)
    reduites.push(pivot)
  }
  return reduites.flatMap((ligne) => {
    const restantes = inconnues.filter((_, i) => ligne[i] !== 0n)
    return restantes.length === 1 ? restantes : []
  })
}

const eliminer = (ligne: bigint[], pivot: readonly bigint[], colonne: number): bigint[] => {
  const a = pivot[colonne] ?? 0n
  const b = ligne[colonne] ?? 0n
  if (b === 0n) return ligne
  const reste = ligne.map((v, i) => v * a - (pivot[i] ?? 0n) * b)
  const commun = reste.reduce((d, v) => pgcd(d, v < 0n ? -v : v), 0n)
  return commun > 1n ? reste.map((v) => v / commun) : reste
}

const pgcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : pgcd(b, a % b))
