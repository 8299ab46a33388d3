import { jourLocal } from '#shared/utils/dates.ts'

/** Days, ISO weeks and months of which one backup each is kept. */
export const gardees = { jours: 7, semaines: 4, mois: 12 } as const

type Datee = { readonly rang: number; readonly faiteLe: string }

/**
 * Backups that no longer need to be kept, of a list of sound ones. Periods are those that hold a backup, counted back from
 * the last one made: the clock is never asked, so that one set back or forward empties nothing. The last two always
 * stay: one made by hand does not take away the one before it.
 */
export const aRetirer = <T extends Datee>(sauvegardes: readonly T[]): T[] => {
  const recentes = sauvegardes.toSorted((a, b) => b.rang - a.rang)
  const utiles = new Set<T>(recentes.slice(0, 2))
  for (const [periodeDe, nombre] of periodes) {
    const vues = new Set<string>()
    for (const sauvegarde of recentes) {
      const periode = periodeDe(new Date(sauvegarde.faiteLe))
      if (vues.has(periode) || vues.size === nombre) continue
      vues.add(periode)
      utiles.add(sauvegarde)
    }
  }
  return recentes.filter((sauvegarde) => !utiles.has(sauvegarde))
}

const lundi = (instant: Date): string => {
  const jour = new Date(instant.getFullYear(), instant.getMonth(), instant.getDate())
  jour.setDate(jour.getDate() - ((jour.getDay() + 6) % 7))
  return jourLocal(jour)
}

const periodes: readonly (readonly [(instant: Date) => string, number])[] = [
  [jourLocal, gardees.jours],
  [lundi, gardees.semaines],
  [(instant) => jourLocal(instant).slice(0, 7), gardees.mois],
]
