import { normaliser } from '../../utils/texte.ts'

/** One column of the file, in order. `champ` is the question it answers, null when it is left out. */
export type Colonne = {
  readonly rang: number
  readonly titre: string
  readonly champ: string | null
  /** 2 for « Date entretien 2 », « Modalité 2 »: another entretien of the same line. */
  readonly entretien?: number
}

/** What the titles of a file are looked up in. */
export type Index = {
  readonly champs: ReadonlyMap<string, string>
  readonly multiples: ReadonlySet<string>
  /** Questions of one entretien, which a line may hold several of. */
  readonly deLEntretien: ReadonlySet<string>
}

/** Key of a title: no accent, no case, no small word, no plural, with and without what stands in brackets. */
export const clesDeTitre = (titre: string): readonly string[] => [
  ...new Set([titre, titre.replaceAll(/\([^)]*\)/gu, ' '), titre.replaceAll(/\([^)]*\)/gu, '')].map(cleDeTitre)),
]

const cleDeTitre = (titre: string): string =>
  normaliser(titre.replaceAll(/n\s?[°º]/giu, 'numero '))
    .split(' ')
    .filter((mot) => !petitsMots.has(mot))
    .map((mot) => (mot.length > 3 ? mot.replace(/s$/u, '') : mot))
    .join(' ')

const petitsMots: ReadonlySet<string> = new Set(['de', 'du', 'des', 'd', 'l', 'la', 'le', 'les', 'et', 'en', 'a'])
