import { Reponses } from '#shared/domaine/reponses.ts'
import { retenir } from '#shared/utils/partage.ts'

/** The answers that a column holds. */
export const lireReponses = (json: string): Reponses => Reponses.parse(JSON.parse(json))

/** The same for the rows of one read: those that say the same share their answers, read once. */
export const lecteurDeReponses = (): ((json: string) => Reponses) => retenir(lireReponses)
