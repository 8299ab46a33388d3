import type { Ligne, Systeme } from './systeme.ts'

export type Intervalle = readonly [min: number, max: number]

/**
 * What a patient reader finds out: each sum bounds its masked cells by what the others may be, again and again until
 * nothing moves. Counts are integers and never negative. It is a real attack, not a proof: it takes the sums one at a time,
 * and does not combine them.
 */
export const borner = (systeme: Systeme, masquees: ReadonlySet<string>): ReadonlyMap<string, Intervalle> => {
  const bornes = new Map<string, Intervalle>()
  for (const { cle, valeur } of systeme.cellules.values())
    bornes.set(cle, masquees.has(cle) ? [0, Number.POSITIVE_INFINITY] : [valeur, valeur])
  const actives = systeme.lignes.filter((ligne) => ligne.some((t) => masquees.has(t.cle)))
  for (let tour = 0; tour < TOURS_MAX; tour += 1) {
    let bouge = false
    for (const ligne of actives) bouge = resserrer(ligne, bornes) || bouge
    if (!bouge) break
  }
  return new Map([...bornes].filter(([cle]) => masquees.has(cle)))
}

/** Bounds only shrink and nearly always settle in a few turns; what is left after that would shrink too little to matter. */
const TOURS_MAX = 200

const resserrer = (ligne: Ligne, bornes: Map<string, Intervalle>): boolean => {
  let bouge = false
  // Each term is bounded by the others: signe·x = −Σ others.
  const termes = ligne.map(({ cle, signe }) => ({ cle, signe, borne: signee(bornes.get(cle) ?? LIBRE, signe) }))
  const bas = somme(termes.map((t) => t.borne[0]))
  const haut = somme(termes.map((t) => t.borne[1]))
  for (const { cle, signe, borne } of termes) {
    const [min, max] = bornes.get(cle) ?? LIBRE
    if (min === max) continue
    const [deduitMin, deduitMax] = signee([-sans(haut, borne[1]), -sans(bas, borne[0])], signe)
    const serre: Intervalle = [Math.max(min, deduitMin), Math.min(max, deduitMax)]
    if (serre[0] <= min && serre[1] >= max) continue
    bornes.set(cle, serre)
    bouge = true
  }
  return bouge
}

const LIBRE: Intervalle = [0, Number.POSITIVE_INFINITY]

const signee = ([min, max]: Intervalle, signe: 1 | -1): Intervalle => (signe === 1 ? [min, max] : [-max, -min])

/** A sum that can be taken back one term at a time, infinite terms counted apart. */
type Somme = { readonly fini: number; readonly infinis: number; readonly sens: number }

const somme = (valeurs: readonly number[]): Somme => ({
  fini: valeurs.filter(Number.isFinite).reduce((a, b) => a + b, 0),
  infinis: valeurs.filter((v) => !Number.isFinite(v)).length,
  sens: valeurs.find((v) => !Number.isFinite(v)) ?? 0,
})

const sans = ({ fini, infinis, sens }: Somme, valeur: number): number => {
  const restants = Number.isFinite(valeur) ? infinis : infinis - 1
  return restants > 0 ? sens : fini - (Number.isFinite(valeur) ? valeur : 0)
}
