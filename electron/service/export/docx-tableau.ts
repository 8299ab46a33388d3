import {
  AlignmentType,
  BorderStyle,
  type IParagraphOptions,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { estColonneDeTexte, type Grille, texteCase } from './grille.ts'

/** The base above, the table with its header row repeated on each page, the notes below; `suivi` by a drawing on its page. */
export const tableauDocx = (grille: Grille, suivi: boolean): readonly (Paragraph | Table)[] => [
  ...(grille.base === '' ? [] : [new Paragraph({ text: grille.base, style: 'NoteTableau', keepNext: true })]),
  new Table({
    width: { size: largeur, type: WidthType.DXA },
    columnWidths: largeurs(grille),
    margins: { left: serre(grille) ? 50 : 100, right: serre(grille) ? 50 : 100, marginUnitType: WidthType.DXA },
    borders: { top: aucun, bottom: aucun, left: aucun, right: aucun, insideHorizontal: filet, insideVertical: aucun },
    tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
    rows: [...entetes(grille), ...grille.lignes.map((_, i) => ligne(grille, i, suivi))],
  }),
  ...[grille.definition, ...grille.notes]
    .filter((n) => n !== '')
    .map((text) => new Paragraph({ text, style: 'NoteTableau', keepNext: suivi })),
]

/** Twentieths of a point: A4 less the margins. */
const largeur = 9866

const largeurs = ({ colonnes }: Grille): number[] => {
  const chiffre = Math.min(1250, Math.floor((largeur * 0.83) / Math.max(1, colonnes.length)))
  return [largeur - chiffre * colonnes.length, ...colonnes.map(() => chiffre)]
}

/** Many columns: narrow margins, smaller headers, so that no word is cut. */
const serre = ({ colonnes }: Grille): boolean => colonnes.length > 7

const aucun = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const filet = { style: BorderStyle.SINGLE, size: 4, color: 'C9D2D6' }
const trait = { style: BorderStyle.SINGLE, size: 8, color: '1F2933' }

const entetes = (grille: Grille): readonly TableRow[] => {
  const { coin, colonnes, groupe } = grille
  const taille = serre(grille) ? 15 : 18
  const noms = colonnes.map((c, i) => tete(c, estColonneDeTexte(grille, i) ? 'left' : 'right', 1, taille))
  if (groupe === undefined) return [rangee([tete(coin, 'left'), ...noms], true)]
  const vides = colonnes.slice(groupe.nombre).map(() => tete('', 'right'))
  return [
    rangee([tete('', 'left'), tete(groupe.libelle, 'center', groupe.nombre), ...vides], true),
    rangee([tete(coin, 'left'), ...noms], true),
  ]
}

const tete = (texte: string, alignement: Alignement, colonnes = 1, size = 18): TableCell =>
  new TableCell({
    columnSpan: colonnes,
    verticalAlign: VerticalAlign.BOTTOM,
    shading: { type: ShadingType.CLEAR, fill: 'F2F5F5' },
    borders: { bottom: trait },
    children: [paragraphe(texte, alignement, { bold: true, size })],
  })

const ligne = (grille: Grille, rang: number, suivi: boolean): TableRow => {
  const { libelle, role, cases } = grille.lignes[rang] ?? { libelle: '', role: 'courante', cases: [] }
  const gras = { bold: role === 'total', italics: role === 'non-renseigne' }
  const suite = tientALaSuivante(grille, rang, suivi)
  const bords = role === 'total' ? { borders: { top: trait, bottom: trait } } : {}
  return rangee([
    new TableCell({ ...bords, children: [paragraphe(libelle, 'left', gras, suite)] }),
    ...cases.map((c, i) => {
      const alignement = c.genre === 'texte' && estColonneDeTexte(grille, i) ? 'left' : 'right'
      return new TableCell({
        ...bords,
        verticalAlign: VerticalAlign.BOTTOM,
        children: [paragraphe(texteCase(c), alignement, gras, suite)],
      })
    }),
  ])
}

const rangee = (children: readonly TableCell[], entete = false): TableRow =>
  new TableRow({ children, tableHeader: entete, cantSplit: true })

type Alignement = 'left' | 'right' | 'center'

/** Rows stay together, and with the drawing of a short table: a table is cut only when a page could hardly hold it. */
export const tientALaSuivante = ({ lignes }: Grille, rang: number, suivi: boolean): boolean =>
  suivi || (lignes.length <= 40 && rang < lignes.length - 1)

const paragraphe = (
  texte: string,
  alignement: Alignement,
  police: { bold?: boolean; italics?: boolean; size?: number },
  suite = true,
): Paragraph => {
  const options: IParagraphOptions = {
    style: 'CelluleTableau',
    alignment: AlignmentType[alignement === 'left' ? 'LEFT' : alignement === 'right' ? 'RIGHT' : 'CENTER'],
    keepNext: suite,
    children: [new TextRun({ text: texte, ...police })],
  }
  return new Paragraph(options)
}
