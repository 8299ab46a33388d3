import type { Nomenclature } from '../nomenclature.ts'
import { trouverEntete } from '../import/entete.ts'
import { questionsImportables } from '../import/questions.ts'
import { normaliser } from '../../utils/texte.ts'

type Collage = {
  /** What each pasted line says, by question. */
  readonly lignes: readonly Readonly<Record<string, string>>[]
  /** Titles of columns that no column of the grid takes, or numbers of columns beyond the last one. */
  readonly ignorees: readonly string[]
}

/**
 * Cells copied from a spreadsheet, put in their columns: by their titles when the first line bears some, otherwise in the
 * order of the columns shown, from `depuis` on.
 */
export const lireCollage = (
  texte: string,
  colonnes: readonly { readonly champ: string }[],
  depuis: number,
  nomenclature: Nomenclature,
): Collage => {
  const [premiere = [], ...suite] = decouperTableau(texte)
  const titres = lireTitres(premiere, nomenclature)
  const connus = new Set(colonnes.map((c) => c.champ))
  const champs: readonly (string | undefined)[] =
    titres === undefined
      ? premiere.map((_, rang) => colonnes[depuis + rang]?.champ)
      : titres.map((champ) => (champ !== null && connus.has(champ) ? champ : undefined))
  const donnees = titres === undefined ? [premiere, ...suite] : suite
  const reprises = donnees.map((cellules) => reunir(cellules, champs))
  return {
    lignes: reprises.filter((ligne) => Object.keys(ligne).length > 0),
    ignorees: champs.flatMap((champ, rang) =>
      champ === undefined && (titres === undefined || premiere[rang] !== '')
        ? [titres === undefined ? `n° ${rang + 1}` : (premiere[rang] ?? '')]
        : [],
    ),
  }
}

/** Question of each title; undefined when the line holds data. */
const lireTitres = (
  cellules: readonly string[],
  nomenclature: Nomenclature,
): readonly (string | null)[] | undefined => {
  const questions = questionsImportables(nomenclature)
  const entete = trouverEntete(
    { feuille: null, lignes: [{ numero: 1, cellules }] },
    // Only the titles are looked at: a paste may leave the date for later.
    questions.map((q) => Object.assign({}, q, { ancre: true })),
    {},
  )
  return entete?.colonnes.map((c) => c.champ)
}

/** Several columns of one question (« Orientation 1 », « Orientation 2 ») make one cell. */
const reunir = (
  cellules: readonly string[],
  champs: readonly (string | undefined)[],
): Readonly<Record<string, string>> => {
  const ligne: Record<string, string> = {}
  for (const [rang, champ] of champs.entries()) {
    const texte = (cellules[rang] ?? '').trim()
    if (champ === undefined || normaliser(texte) === '') continue
    ligne[champ] = ligne[champ] === undefined ? texte : `${ligne[champ]} ; ${texte}`
  }
  return ligne
}

/** Text of the clipboard, as spreadsheets write it: tabs between cells, quotes around those that hold a line break or a quote. */
export const decouperTableau = (texte: string): readonly (readonly string[])[] => {
  const lignes: string[][] = [[]]
  let cellule = ''
  let entreGuillemets = false
  const finir = (): void => {
    lignes.at(-1)?.push(cellule.trim())
    cellule = ''
  }
  const signes = texte.replaceAll(/\r\n?/gu, '\n')
  for (let i = 0; i < signes.length; i += 1) {
    const signe = signes[i] ?? ''
    if (entreGuillemets && signe === '"' && signes[i + 1] === '"') {
      cellule += '"'
      i += 1
    } else if (signe === '"' && (entreGuillemets || cellule === '')) entreGuillemets = !entreGuillemets
    else if (entreGuillemets || (signe !== '\t' && signe !== '\n')) cellule += signe
    else {
      finir()
      if (signe === '\n') lignes.push([])
    }
  }
  finir()
  return lignes.filter((ligne) => ligne.some((c) => c !== ''))
}
