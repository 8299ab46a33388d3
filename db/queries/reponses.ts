import { Reponses } from '#shared/domaine/reponses.ts'

/** The answers that a column holds. */
export const lireReponses = (json: string): Reponses => Reponses.parse(JSON.parse(json))
