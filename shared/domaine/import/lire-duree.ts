import type { Cellule } from './cellule.ts'

/** What a bare number means in the column of durations. */
export type UniteDuree = 'minutes' | 'heures'

/** A column titled « Durée (h) » or « Durée en heures » counts hours; any other counts minutes. */
export const uniteDeDuree = (titre: string): UniteDuree =>
  /(?:\(\s*h\s*\)|\bheures?\b)/iu.test(titre) && !/\bmin/iu.test(titre) ? 'heures' : 'minutes'

/** Minutes of « 45 », « 45 min », « 1h30 », « 0:45 », « 1,5 h » or of a typed duration. Undefined when it is none of these. */
export const lireDuree = (cellule: Cellule, unite: UniteDuree): number | undefined => {
  if (typeof cellule === 'number') return enMinutes(cellule, unite)
  if (typeof cellule === 'object' && cellule !== null) return cellule.jour === null ? cellule.minutes : undefined
  if (typeof cellule !== 'string') return undefined
  const texte = cellule.trim().toLowerCase().replaceAll(',', '.')
  const seul = /^\d+(?:\.\d+)?$/u.exec(texte)
  if (seul !== null) return enMinutes(Number(texte), unite)
  const minutes = /^(\d+(?:\.\d+)?)\s*(?:min(?:utes?|s)?|mn|m|')\.?$/u.exec(texte)
  if (minutes !== null) return Math.round(Number(minutes[1]))
  const decimales = /^(\d+\.\d+)\s*(?:h|heures?)\.?$/u.exec(texte)
  if (decimales !== null) return Math.round(Number(decimales[1]) * 60)
  const heures = /^(\d{1,2})\s*(?:h|heures?|:)\s*(?:([0-5]?\d)\s*(?:min(?:utes?)?|mn|m)?)?(?::[0-5]\d)?$/u.exec(texte)
  return heures === null ? undefined : Number(heures[1]) * 60 + Number(heures[2] ?? 0)
}

/** Time of day of « 14h30 », « 9:05 », « 14 h », or of a typed time, as « 14:30 ». */
export const lireHeure = (cellule: Cellule): string | undefined => {
  const lue = lireDuree(
    typeof cellule === 'object' && cellule !== null ? { ...cellule, jour: null } : cellule,
    'heures',
  )
  if (lue === undefined || lue < 0 || lue >= 1440) return undefined
  return `${String(Math.floor(lue / 60)).padStart(2, '0')}:${String(lue % 60).padStart(2, '0')}`
}

const enMinutes = (nombre: number, unite: UniteDuree): number => Math.round(unite === 'heures' ? nombre * 60 : nombre)
