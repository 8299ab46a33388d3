import { avecProgramme, type Solveur } from './solveur.ts'
import type { Systeme } from './systeme.ts'

/** What is shown is less than a base away from the truth: a base of 5 would prove « fewer than 10 » of what it shows as 5. */
export const baseDe = (seuil: number): 5 | 10 => (seuil >= 10 ? 10 : 5)

/**
 * Every cell to the multiple of `base` just under or just over it, so that every sum of every table stays right, moving the
 * numbers as little as possible in all. Multiples stay. `precedents` (an earlier rounding) is kept where it still fits; a cell
 * whose units are all in another one (`inclusions`) is never shown above it.
 */
export const arrondirTableaux = (
  solveur: Solveur,
  systeme: Systeme,
  base: number,
  precedents: ReadonlyMap<number, number> = new Map(),
  inclusions: readonly (readonly [petite: number, grande: number])[] = [],
): readonly number[] => {
  const { valeurs, additions } = systeme
  const bas = valeurs.map((v) => Math.floor(v / base) * base)
  const reste = valeurs.map((v, c) => v - (bas[c] ?? 0))
  const garde = (c: number): number | undefined => {
    const avant = precedents.get(c)
    return avant !== undefined && Math.abs(avant - (valeurs[c] ?? 0)) < base ? avant : undefined
  }
  const tout = Math.max(0, ...valeurs)
  // An earlier rounding is worth more than any number of persons moved; 325 new persons of 324 would read as a mistake.
  const prix = valeurs.map((_, c) => {
    const avant = garde(c)
    const depasse = (bas[c] ?? 0) + base > tout
    const monte = base - 2 * (reste[c] ?? 0) + (depasse ? AU_DESSUS_DE_TOUT : 0)
    return avant === undefined ? monte : monte + (avant > (bas[c] ?? 0) ? -PERSISTANCE : PERSISTANCE)
  })
  const sommes = additions.map(({ total, parties }) => {
    const ecart = parties.reduce((somme, p) => somme + (bas[p] ?? 0), -(bas[total] ?? 0)) / base
    return ligne([[total, 1], ...parties.map((p) => [p, -1] as const)], ecart, ecart)
  })
  const ordres = inclusions
    .filter(([petite, grande]) => petite !== grande)
    .map(([petite, grande]) => {
      const ecart = ((bas[petite] ?? 0) - (bas[grande] ?? 0)) / base
      return ligne(
        [
          [grande, 1],
          [petite, -1],
        ],
        ecart,
        Number.POSITIVE_INFINITY,
      )
    })
  const modele = {
    couts: prix,
    bas: valeurs.map(() => 0),
    haut: reste.map((r) => (r === 0 ? 0 : 1)),
    lignes: [...sommes, ...ordres],
    entier: true,
  }
  return avecProgramme(solveur, modele, (programme) => {
    const { colonnes } = programme.minimiser()
    return bas.map((b, c) => b + base * Math.round(colonnes[c] ?? 0))
  })
}

const PERSISTANCE = 1000
const AU_DESSUS_DE_TOUT = 100

const ligne = (termes: readonly (readonly [cellule: number, coefficient: number])[], bas: number, haut: number) => {
  const tries = termes.toSorted(([a], [b]) => a - b)
  return { bas, haut, indices: tries.map(([c]) => c), coefficients: tries.map(([, k]) => k) }
}

/** Small cells that the rounded tables prove to be small: none, or the rounding does not protect. */
export const sontTrahies = (seuil: number, [bas, haut]: readonly [number, number]): boolean =>
  (bas === haut && haut < seuil) || (bas >= 1 && haut < seuil)
