/** Numbers that look random and are the same for the same seed: invented data must be the same everywhere. */
export type Hasard = {
  /** From 0 included to 1 excluded. */
  readonly nombre: () => number
  /** Whole number, both bounds included. */
  readonly entier: (min: number, max: number) => number
  readonly choisir: <T>(valeurs: readonly T[]) => T
  /** Chooses by weight; a value without weight never comes. */
  readonly choisirPoids: <T extends string>(poids: Readonly<Partial<Record<T, number>>>) => T
  readonly arrive: (probabilite: number) => boolean
  readonly melanger: <T>(valeurs: readonly T[]) => T[]
  readonly uuid: () => string
}

export const creerHasard = (graine: number): Hasard => {
  const nombre = mulberry32(graine)
  const entier = (min: number, max: number): number => min + Math.floor(nombre() * (max - min + 1))
  const choisir = <T>(valeurs: readonly T[]): T => {
    const valeur = valeurs[entier(0, valeurs.length - 1)]
    if (valeur === undefined) throw new Error('nothing to choose from')
    return valeur
  }
  const choisirPoids = <T extends string>(poids: Readonly<Partial<Record<T, number>>>): T => {
    const couples = Object.entries(poids) as [T, number][]
    let reste = nombre() * couples.reduce((somme, [, p]) => somme + p, 0)
    for (const [valeur, p] of couples) {
      reste -= p
      if (reste < 0) return valeur
    }
    return choisir(couples.map(([valeur]) => valeur))
  }
  const melanger = <T>(valeurs: readonly T[]): T[] =>
    valeurs
      .map((valeur) => ({ valeur, rang: nombre() }))
      .toSorted((a, b) => a.rang - b.rang)
      .map(({ valeur }) => valeur)
  const uuid = (): string => {
    const chiffres = Array.from({ length: 32 }, () => entier(0, 15).toString(16))
    chiffres[12] = '4'
    chiffres[16] = choisir(['8', '9', 'a', 'b'])
    return chiffres.join('').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  }
  return { nombre, entier, choisir, choisirPoids, arrive: (p) => nombre() < p, melanger, uuid }
}

/** Tommy Ettinger's mulberry32: 32 bits of state, enough for invented data. */
const mulberry32 = (graine: number) => {
  let etat = graine
  return (): number => {
    etat = (etat + 0x6d2b79f5) | 0
    let t = Math.imul(etat ^ (etat >>> 15), 1 | etat)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
