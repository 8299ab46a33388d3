import { jourLocal } from '#shared/utils/dates.ts'

/** Today on this PC, « 2012-03-09 ». */
export const aujourdhui = (): string => jourLocal(new Date())

/** Time of day of an instant on this PC, « 14:03 ». */
export const heure = (instant: string | Date): string =>
  new Date(instant).toLocaleTimeString('fr', { hour: '2-digit', minute: '2-digit' })
