/** Numbers from 0 to `max` excluded, the same for the same seed (mulberry32). */
export type Hasard = (max: number) => number

export const unHasard = (graine: number): Hasard => {
  let etat = graine
  return (max) => {
    etat = (etat + 0x6d2b79f5) | 0
    let t = Math.imul(etat ^ (etat >>> 15), 1 | etat)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * max)
  }
}
