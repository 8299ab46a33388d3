import {
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx'
import { listeDocx } from '../export/docx-liste.ts'
import { partiesDocx } from '../export/docx-emballer.ts'
import { stylesDocx } from '../export/docx-styles.ts'
import { zipper } from '../export/zip.ts'

/** What a paper of the coordinator is made of. `parts` are the widths of the columns, in hundredths. */
export type BlocPapier =
  | { readonly type: 'titre' | 'paragraphe' | 'avertissement'; readonly texte: string }
  | { readonly type: 'numeros' | 'puces'; readonly lignes: readonly string[] }
  | {
      readonly type: 'tableau'
      readonly entetes: readonly string[]
      readonly parts: readonly number[]
      readonly lignes: readonly (readonly string[])[]
    }

export type PapierInstance = {
  /** Name of the post, at the head of the first page and at the foot of all; may be empty. */
  readonly poste: string
  readonly titre: string
  readonly sousTitres: readonly string[]
  readonly blocs: readonly BlocPapier[]
  /** The day it is dated from. */
  readonly le: string
}

/** A paper of one or two pages as a Word document to be completed: real headings, lists and tables. Same paper, same bytes. */
export const papierEnDocx = async ({ poste, titre, sousTitres, blocs, le }: PapierInstance): Promise<Uint8Array> => {
  const document = new Document({
    title: titre,
    creator: 'Jalon',
    lastModifiedBy: 'Jalon',
    styles: stylesDocx,
    numbering: {
      config: [listeDocx('numeros'), listeDocx('puces')],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11_906, height: 16_838 },
            margin: { top: 1134, bottom: 1020, left: 1020, right: 1020 },
          },
        },
        footers: { default: piedDePage(poste) },
        children: [
          ...(poste === '' ? [] : [new Paragraph({ text: poste, style: 'Subtitle' })]),
          new Paragraph({ text: titre, heading: HeadingLevel.TITLE }),
          ...sousTitres.map(
            (text, i) =>
              new Paragraph({ text, style: 'Subtitle', spacing: { after: i === sousTitres.length - 1 ? 300 : 40 } }),
          ),
          ...blocs.flatMap(bloc),
        ],
      },
    ],
  })
  return zipper(await partiesDocx(document, { titre, le }))
}

const bloc = (b: BlocPapier): readonly (Paragraph | Table)[] => {
  if ('parts' in b) return [tableau(b)]
  if ('lignes' in b) return b.lignes.map((text) => new Paragraph({ text, numbering: { reference: b.type, level: 0 } }))
  if (b.type === 'titre') return [new Paragraph({ text: b.texte, heading: HeadingLevel.HEADING_1 })]
  return [new Paragraph({ text: b.texte, ...(b.type === 'avertissement' ? { style: 'Avertissement' } : {}) })]
}

/** Twentieths of a point: A4 less the margins. */
const largeur = 9866

const tableau = ({ entetes, parts, lignes }: Extract<BlocPapier, { type: 'tableau' }>): Table =>
  new Table({
    width: { size: largeur, type: WidthType.DXA },
    columnWidths: parts.map((part) => Math.round((largeur * part) / 100)),
    margins: { left: 100, right: 100, marginUnitType: WidthType.DXA },
    borders: { top: aucun, bottom: aucun, left: aucun, right: aucun, insideHorizontal: filet, insideVertical: aucun },
    tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
    rows: [rangee(entetes, true), ...lignes.map((ligne) => rangee(ligne, false))],
  })

const rangee = (textes: readonly string[], entete: boolean): TableRow =>
  new TableRow({
    tableHeader: entete,
    cantSplit: true,
    children: textes.map(
      (text) =>
        new TableCell({
          ...(entete ? { shading: { type: ShadingType.CLEAR, fill: 'F2F5F5' }, borders: { bottom: trait } } : {}),
          children: [new Paragraph({ style: 'CelluleTableau', children: [new TextRun({ text, bold: entete })] })],
        }),
    ),
  })

const aucun = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const filet = { style: BorderStyle.SINGLE, size: 4, color: 'C9D2D6' }
const trait = { style: BorderStyle.SINGLE, size: 8, color: '1F2933' }

const piedDePage = (pied: string): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        tabStops: [{ type: TabStopType.RIGHT, position: largeur }],
        children: [new TextRun({ children: [`${pied}\tPage `, PageNumber.CURRENT, ' sur ', PageNumber.TOTAL_PAGES] })],
        border: { top: { style: BorderStyle.SINGLE, size: 4, color: 'C9D2D6', space: 4 } },
      }),
    ],
  })
