import { ErreurMetier } from '../erreurs/erreur.ts'

/**
 * Reads a file of the application when it is first needed: a start waits for nothing that it does not show. Throws
 * `installation-abimee` when a file of it is gone or damaged; nothing was begun.
 */
export const lireMorceau = async <T>(lire: () => Promise<T>): Promise<T> => {
  try {
    return await lire()
  } catch {
    throw new ErreurMetier('installation-abimee')
  }
}
