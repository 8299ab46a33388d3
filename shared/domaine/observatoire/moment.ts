import { z } from 'zod'
import { normaliser } from '../../utils/texte.ts'

/** Parts of a day; the night goes over midnight. */
export const tranches = ['matin', 'apres-midi', 'soiree', 'nuit'] as const
export type Tranche = (typeof tranches)[number]

export const libellesTranche: Readonly<Record<Tranche, string>> = {
  matin: 'Matin (6 h à 12 h)',
  'apres-midi': 'Après-midi (12 h à 18 h)',
  soiree: 'Soirée (18 h à 22 h)',
  nuit: 'Nuit (22 h à 6 h)',
}

const courts: Readonly<Record<Tranche, string>> = {
  matin: 'Matin',
  'apres-midi': 'Après-midi',
  soiree: 'Soirée',
  nuit: 'Nuit',
}

/** When in the day: an hour, « 21:30 », or the part of the day when that is all that was said. */
export const Moment = z.union([z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/), z.enum(tranches)])
export type Moment = z.infer<typeof Moment>

export const trancheDe = (moment: Moment): Tranche => {
  const dite = tranches.find((tranche) => tranche === moment)
  if (dite !== undefined) return dite
  if (moment < '06:00' || moment >= '22:00') return 'nuit'
  if (moment < '12:00') return 'matin'
  return moment < '18:00' ? 'apres-midi' : 'soiree'
}

/** « 21 h 30 », « Soirée »; nothing for none. */
export const ecrireMoment = (moment: Moment | null): string => {
  if (moment === null) return ''
  const dite = tranches.find((tranche) => tranche === moment)
  return dite === undefined ? moment.replace(':', ' h ').replace(' h 00', ' h') : courts[dite]
}

/** As people type it: « 21h30 », « 21:30 », « 2130 », « 21 h », « soir », « a » (après-midi)… Undefined when it is no moment. */
export const lireMoment = (texte: string): Moment | undefined => {
  const tape = normaliser(texte)
  const heure = /^(\d{1,2})(?: ?h ?(\d{2})?| (\d{2})|(\d{2}))?$/.exec(tape)
  if (heure !== null) {
    const [, h = '', apres, espace, colle] = heure
    const lu = Moment.safeParse(`${h.padStart(2, '0')}:${apres ?? espace ?? colle ?? '00'}`)
    return lu.success ? lu.data : undefined
  }
  return tape === '' ? undefined : tranches.find((tranche) => normaliser(courts[tranche]).startsWith(tape))
}
