/** Minutes are what is stored and added up: hours of one decimal would lose some. */
export const MINUTES_PAR_JOUR = 1440

/** « 8 h », « 12 h 05 », « 0 h » */
export const direMinutes = (minutes: number): string => {
  const reste = Math.abs(minutes) % 60
  const heures = `${minutes < 0 ? '−' : ''}${Math.floor(Math.abs(minutes) / 60)} h`
  return reste === 0 ? heures : `${heures} ${String(reste).padStart(2, '0')}`
}

/** Time of day, « 08:30 ». */
export const direHeure = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** Time of day as people type it: « 8h30 », « 8:30 », « 830 », « 8 », « 24 ». */
export const lireHeure = (texte: string): number | undefined => {
  const tape = texte.trim().toLowerCase().replaceAll(/\s/gu, '')
  const lu = /^(\d{1,2})(?:[h:.,](\d{2})?)?$/u.exec(tape) ?? /^(\d{1,2})(\d{2})$/u.exec(tape)
  if (lu === null) return undefined
  const [heures, minutes] = [Number(lu[1]), Number(lu[2] ?? 0)]
  return minutes > 59 || heures * 60 + minutes > MINUTES_PAR_JOUR ? undefined : heures * 60 + minutes
}

/** A length of time as people type it, in minutes: « 45 », « 1h », « 1h15 », « 0:30 »; empty is none. */
export const lireMinutes = (texte: string): number | undefined => {
  const tape = texte
    .trim()
    .toLowerCase()
    .replaceAll(/\s/gu, '')
    .replace(/(?:min|mn|m)$/u, '')
  if (tape === '') return 0
  if (/^\d{1,4}$/u.test(tape)) return Number(tape) > MINUTES_PAR_JOUR ? undefined : Number(tape)
  return lireHeure(tape)
}
