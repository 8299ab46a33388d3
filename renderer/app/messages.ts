/** French text of a failure: the same on screen and at the command line. */
export { messageErreur as texteErreur } from '#shared/erreurs/messages.ts'

/** « 45 s », « 2 min 05 s » */
export const duree = (secondes: number): string =>
  secondes < 60 ? `${secondes} s` : `${Math.floor(secondes / 60)} min ${String(secondes % 60).padStart(2, '0')} s`
