import type { Erreur } from '#shared/erreurs/erreur.ts'
import { messagesErreur } from '#shared/erreurs/messages.ts'

/** French text of a failure, with the waiting time when there is one. */
export const texteErreur = (erreur: Erreur): string =>
  erreur.attendre === undefined || erreur.attendre <= 0
    ? messagesErreur[erreur.code]
    : `${messagesErreur[erreur.code]} Prochain essai dans ${duree(erreur.attendre)}.`

/** « 45 s », « 2 min 05 s » */
export const duree = (secondes: number): string =>
  secondes < 60 ? `${secondes} s` : `${Math.floor(secondes / 60)} min ${String(secondes % 60).padStart(2, '0')} s`
