import { euros, evolutionFrancaise, nombreCourt, nombreFrancais, pourcentage } from './nombres.ts'

/** How a number is shown. `part` and `evolution` are percents (26 means 26 %); a `montant` is in euros, to the cent. */
export type FormatNombre = 'entier' | 'decimal' | 'part' | 'evolution' | 'euros' | 'montant'

export type Case =
  | { readonly genre: 'nombre'; readonly valeur: number; readonly format: FormatNombre }
  | { readonly genre: 'texte'; readonly texte: string }
  /** Masked: nothing of its value is known here. */
  | { readonly genre: 'secret' }
  /** Nothing to say: no data that year, or a ratio that cannot be computed. */
  | { readonly genre: 'vide' }

export type Ligne = {
  readonly libelle: string
  readonly role: 'courante' | 'non-renseigne' | 'total'
  readonly cases: readonly Case[]
}

/** A table ready to be written in any format: the first column is the row header, `colonnes` are the others. */
export type Grille = {
  readonly id: string
  readonly titre: string
  /** Header of the first column. */
  readonly coin: string
  readonly colonnes: readonly string[]
  /** A header spanning the first `nombre` columns of figures, for a crossing. */
  readonly groupe?: { readonly libelle: string; readonly nombre: number }
  readonly lignes: readonly Ligne[]
  /** « Unité : personnes. Base : 323 personnes. Non renseigné : 0. » */
  readonly base: string
  readonly definition: string
  readonly notes: readonly string[]
}

/** The one symbol of a masked cell, whatever the reason (secret-statistique.md §5.7). */
export const symboleSecret = 's'

export const texteCase = (c: Case): string => {
  if (c.genre === 'nombre') return ecrire[c.format](c.valeur)
  if (c.genre === 'texte') return c.texte
  return c.genre === 'secret' ? symboleSecret : '–'
}

/** Words read from the left, figures line up on the right. */
export const estColonneDeTexte = ({ lignes }: Grille, rang: number): boolean =>
  lignes.some((l) => l.role === 'courante') &&
  lignes.every((l) => l.role !== 'courante' || l.cases[rang]?.genre === 'texte')

const ecrire: Record<FormatNombre, (n: number) => string> = {
  entier: (n) => nombreFrancais(n),
  decimal: nombreCourt,
  part: pourcentage,
  evolution: evolutionFrancaise,
  euros,
  montant: (n) => nombreFrancais(n, 2),
}
