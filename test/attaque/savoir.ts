// What a reader of the published files knows, and nothing else: no line of the engine is imported in this folder.

/** One number of one table, for one period. */
export type Case = {
  readonly unite: string
  readonly annee: string
  readonly tableau: string
  /** One code per dimension; `total` for a margin. */
  readonly codes: readonly string[]
}

/** bas ≤ Σ coefficient × case ≤ haut, read somewhere. */
export type Fait = {
  readonly termes: readonly (readonly [coefficient: number, cible: Case])[]
  readonly bas: number
  readonly haut: number
  readonly fichier: string
  readonly par: 'valeur' | 'part' | 'evolution' | 'phrase' | 'chiffre' | 'graphique'
}

/** What one file tells. */
export type Lecture = {
  readonly faits: readonly Fait[]
  readonly masquees: readonly { readonly cible: Case; readonly fichier: string }[]
  /** Numbers that this attacker cannot place: a human must look at them. */
  readonly incomprises: readonly string[]
}

export type Regle = {
  readonly seuil: number
  readonly mode: 'masquage' | 'regroupement' | 'arrondi' | 'total'
}

export const TOTAL = 'total'
export const NON_RENSEIGNE = 'non-renseigne'

export const cle = ({ unite, annee, tableau, codes }: Case): string =>
  `${unite} ${annee} ${tableau} [${codes.join(' | ')}]`

/** Numbers whose share of `base`, rounded to `pas` percent, is `part`. */
export const parmi = (part: number, base: number, pas = 0.1): readonly [number, number] => [
  ((part - pas / 2) * base) / 100 - 1e-6,
  ((part + pas / 2) * base) / 100 + 1e-6,
]

export const vide: Lecture = { faits: [], masquees: [], incomprises: [] }

export const joindre = (lectures: readonly Lecture[]): Lecture => ({
  faits: lectures.flatMap((l) => l.faits),
  masquees: lectures.flatMap((l) => l.masquees),
  incomprises: lectures.flatMap((l) => l.incomprises),
})
