import { z } from 'zod'
import { Id, Jour } from '../communs.ts'

/** What a day may hold, in the order of a day without hours. */
export const genresEvenement = [
  'reunion',
  'comite',
  'rendez-vous',
  'arrivee',
  'sortie',
  'echeance',
  'demarche',
  'decision',
  'delai',
  'legale',
] as const
export const GenreEvenement = z.enum(genresEvenement)
export type GenreEvenement = z.infer<typeof GenreEvenement>

export const libellesGenreEvenement: Readonly<Record<GenreEvenement, string>> = {
  reunion: 'Réunion',
  comite: 'Comité',
  'rendez-vous': 'Rendez-vous',
  arrivee: 'Premier jour d’accueil',
  sortie: 'Sortie prévue',
  echeance: 'Échéance',
  demarche: 'Démarche',
  decision: 'Décision à appliquer',
  delai: 'Fin du délai',
  legale: 'Échéance légale',
}

/** One thing of the agenda. `suivi` and `personnes` are empty where nobody is concerned, as a meeting of an instance. */
export const Evenement = z.strictObject({
  cle: z.string(),
  genre: GenreEvenement,
  date: Jour,
  /** « 14:30 », when one was said. */
  heure: z.string().nullable(),
  titre: z.string(),
  /** Whether `titre` holds words typed about somebody: they are on no paper that names nobody. */
  libre: z.boolean(),
  lieu: z.string().nullable(),
  fait: z.boolean(),
  suivi: z.strictObject({ id: Id, numero: z.int() }).nullable(),
  personnes: z.array(z.strictObject({ id: Id, libelle: z.string() })),
  /** The entretien an échéance was noted in, or the meeting. */
  sourceId: Id.nullable(),
})
export type Evenement = z.infer<typeof Evenement>

/** An hour said in the words of an échéance: « RDV 14h30 », « à 9 h »; none when they say none. */
export const heureDite = (texte: string): string | null => {
  const lu = /(?<![\d,.])(?<heures>[01]?\d|2[0-3])\s?(?:h|:)(?:\s?(?<minutes>[0-5]\d))?(?!\p{L}|\d)/iu.exec(texte)
  const { heures, minutes = '00' } = lu?.groups ?? {}
  return heures === undefined ? null : `${heures.padStart(2, '0')}:${minutes}`
}
