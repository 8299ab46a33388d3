import { stringify } from 'csv-stringify/sync'
import type { TableDite } from '#db/copie-en-clair/tables.ts'

type Colonne = TableDite['colonnes'][number]
type Ligne = Readonly<Record<string, unknown>>
export type Valeur = string | number | null

/**
 * Rows as a French spreadsheet opens them, and as any program reads them back without loss: every text is between quotes, so
 * that nothing at all is no empty text.
 */
export const enCsv = (lignes: readonly (readonly Valeur[])[]): string =>
  stringify(
    lignes.map((ligne) => ligne.map((v) => (typeof v === 'string' ? proteger(v) : v))),
    {
      delimiter: ';',
      record_delimiter: '\r\n',
      quoted_string: true,
      cast: { number: (n) => ({ value: String(n).replace('.', ','), quoted: false, quoted_string: false }) },
    },
  )

/** What a spreadsheet would run gets an apostrophe, and so does a text that begins with one: whoever reads takes one off. */
const proteger = (texte: string): string => (/^['=+\-@\t\r\n＝＋－＠]/u.test(texte) ? `'${texte}` : texte)

/** A value of the base as its CSV says it. Answers are told in a file of their own. */
export const pourCsv = (colonne: Colonne, ligne: Ligne): Valeur => {
  if (colonne.type === 'fichier') return colonne.place(ligne)
  const valeur = ligne[colonne.nom]
  if (colonne.type === 'oui-non') return valeur === 1 ? 'oui' : 'non'
  return typeof valeur === 'number' || typeof valeur === 'string' ? valeur : null
}

/** The same as its JSON says it: whole, answers included. */
export const pourJson = (colonne: Colonne, ligne: Ligne): unknown => {
  if (colonne.type === 'fichier') return colonne.place(ligne)
  const valeur = ligne[colonne.nom]
  if (colonne.type === 'oui-non') return valeur === 1
  const enJson = colonne.type === 'json' || colonne.type === 'reponses'
  return enJson && typeof valeur === 'string' ? lireJson(valeur) : valeur
}

/** What is half typed may not be JSON yet. */
const lireJson = (texte: string): unknown => {
  try {
    return JSON.parse(texte)
  } catch {
    return texte
  }
}
