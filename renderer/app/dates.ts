/** Today on this PC, « 2012-03-09 ». */
export const aujourdhui = (): string => {
  const d = new Date()
  return `${d.getFullYear()}-${String(d.getMonth() + 1).padStart(2, '0')}-${String(d.getDate()).padStart(2, '0')}`
}

/** Time of day of an instant on this PC, « 14:03 ». */
export const heure = (instant: string | Date): string =>
  new Date(instant).toLocaleTimeString('fr', { hour: '2-digit', minute: '2-digit' })
