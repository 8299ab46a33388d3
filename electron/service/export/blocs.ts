import type { Dessin } from './dessin.ts'
import type { Notice } from './contexte.ts'
import type { Grille } from './grille.ts'
import { typographier } from './nombres.ts'

/** One piece of a report on paper. HTML, PDF, DOCX and ODT are the same pieces in the same order. */
export type Bloc =
  | { readonly type: 'titre'; readonly niveau: 1 | 2; readonly texte: string; readonly ancre: string }
  | { readonly type: 'paragraphe'; readonly texte: string }
  | { readonly type: 'liste'; readonly lignes: readonly string[] }
  | { readonly type: 'tableau'; readonly grille: Grille }
  /** Numbers that others published: never a table, which is what counted numbers are. */
  | { readonly type: 'contexte'; readonly notices: readonly Notice[] }
  | { readonly type: 'figure'; readonly dessin: Dessin; readonly alternative: string; readonly legende: string }

export type Couverture = {
  readonly titre: string
  readonly dispositif: string
  readonly periode: string
  readonly postes: readonly string[]
  /** Said on every page while the coffre holds invented data. */
  readonly avertissement?: string
}

/** A report ready to be written in any format: what it is made of depends on nothing else. */
export type DocumentImprime = {
  readonly titre: string
  /** The day its properties bear. */
  readonly le: string
  readonly couverture: Couverture
  /** Numbers of the cover, as they are read. */
  readonly tuiles: readonly { readonly libelle: string; readonly nombre: string; readonly mot: string }[]
  readonly sommaire: boolean
  readonly blocs: readonly Bloc[]
  /** Tables of the spreadsheet, where they are not those of the paper. */
  readonly feuilles?: readonly Grille[]
}

export const titre = (niveau: 1 | 2, texte: string, ancre: string): Bloc => ({
  type: 'titre',
  niveau,
  texte: typographier(texte),
  ancre,
})

export const paragraphe = (texte: string): Bloc => ({ type: 'paragraphe', texte: typographier(texte) })

/** Nothing for an empty list. */
export const liste = (lignes: readonly string[]): readonly Bloc[] =>
  lignes.length === 0 ? [] : [{ type: 'liste', lignes: lignes.map(typographier) }]

export const tableau = (grille: Grille): Bloc => ({
  type: 'tableau',
  grille: {
    ...grille,
    titre: typographier(grille.titre),
    base: typographier(grille.base),
    definition: typographier(grille.definition),
    notes: grille.notes.map(typographier),
  },
})

/** A text typed by the post: blank lines part paragraphs, single line breaks are kept. */
export const paragraphes = (texte: string): readonly Bloc[] =>
  texte
    .replaceAll('\r\n', '\n')
    .split(/\n\s*\n/)
    .map((p) => p.trim())
    .filter((p) => p !== '')
    .map(paragraphe)
