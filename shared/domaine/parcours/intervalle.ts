import { ajouterJours } from '../../utils/dates.ts'

/** Days from one to the other, both included; an unknown end is as far as dates go. */
export type Intervalle = { readonly du: string; readonly au: string }

const TOUJOURS = '0000-01-01'
const JAMAIS = '9999-12-31'

/** `exclu`: the last day is the one before `au`. */
export const intervalle = (du: string | null, au: string | null, fin: 'inclus' | 'exclu' = 'inclus'): Intervalle => ({
  du: du ?? TOUJOURS,
  au: au === null ? JAMAIS : fin === 'inclus' ? au : ajouterJours(au, -1),
})

export const contient = ({ du, au }: Intervalle, jour: string): boolean => du <= jour && jour <= au

export const seCroisent = (a: Intervalle, b: Intervalle): boolean => a.du <= b.au && b.du <= a.au
