import { z } from 'zod'
import { Id } from '../communs.ts'
import { JourNote } from '../parcours/jour.ts'
import { MINUTES_PAR_JOUR } from './heures.ts'

const Duree = z.int().min(0).max(MINUTES_PAR_JOUR)

/** One line of the presence sheet. Times are minutes since midnight; a night is two lines. */
export const Journee = z.strictObject({
  id: Id,
  date: JourNote,
  debut: Duree,
  fin: Duree,
  /** Taken out of what is between the two: break, meal, travel. */
  pause: Duree,
  repas: Duree,
  trajet: Duree,
})
export type Journee = z.infer<typeof Journee>
export const JourneeASaisir = Journee.extend({ suiviId: Id })
export type JourneeASaisir = z.infer<typeof JourneeASaisir>

type Temps = Omit<Journee, 'id'>

/** Minutes that count towards the hours ordered: neither travel nor meal (R623-17, code pénitentiaire), nor a break. */
export const minutesRetenues = ({ debut, fin, pause, repas, trajet }: Omit<Temps, 'date'>): number =>
  fin - debut - pause - repas - trajet

export const minutesDe = (journees: readonly Omit<Temps, 'date'>[]): number =>
  journees.reduce((total, j) => total + minutesRetenues(j), 0)

export const erreursDeJournee = (
  journee: Temps,
  { debutLe, finLe }: { readonly debutLe: string | null; readonly finLe: string | null },
  aujourdhui: string,
): Readonly<Record<string, string>> => ({
  ...(debutLe === null || journee.date < debutLe ? { date: 'avant-debut' } : {}),
  ...(finLe !== null && journee.date > finLe ? { date: 'apres-fin' } : {}),
  ...(journee.date > aujourdhui ? { date: 'futur' } : {}),
  ...(journee.fin <= journee.debut ? { fin: 'avant-debut' } : {}),
  ...(journee.fin > journee.debut && minutesRetenues(journee) <= 0 ? { pause: 'sans-duree' } : {}),
})

/** Nobody is in two places at once: two lines of one person that share a minute, whatever the accueil. */
export const seChevauchent = (a: Temps, b: Temps): boolean => a.date === b.date && a.debut < b.fin && b.debut < a.fin
