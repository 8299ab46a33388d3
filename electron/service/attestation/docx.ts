import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Attestation } from '#shared/domaine/tig/attestation.ts'
import { partiesDocx } from '../export/docx-emballer.ts'
import { zipper } from '../export/zip.ts'
import { stylesDocx } from '../export/docx-styles.ts'

/** The document of R623-23 for Word: to be read again, completed, signed. */
export const attestationEnDocx = async (attestation: Attestation, le: string): Promise<Uint8Array> => {
  const { titre, phrases, faits, lignes, total, lieuEtDate } = attestation
  const document = new Document({
    title: titre,
    creator: 'Jalon',
    lastModifiedBy: 'Jalon',
    styles: stylesDocx,
    sections: [
      {
        properties: { page: { size: { width: 11_906, height: 16_838 } } },
        footers: { default: new Footer({ children: [new Paragraph({ style: 'Footer', children: [pages] })] }) },
        children: [
          new Paragraph({ text: titre, heading: HeadingLevel.TITLE }),
          ...phrases.map((text) => new Paragraph({ text })),
          ...faits.map(([libelle, valeur]) =>
            paragraphe([new TextRun({ text: `${libelle} : `, bold: true }), new TextRun(valeur)]),
          ),
          new Paragraph({ text: 'Feuille de présence', heading: HeadingLevel.HEADING_2 }),
          new Table({
            width: { size: LARGEUR, type: WidthType.DXA },
            columnWidths: [...COLONNES],
            borders: bords,
            rows: [
              rangee(['Jour', 'Horaires', 'Temps retenu'], true),
              ...lignes.map((ligne) => rangee(ligne)),
              rangee(['Total', '', total], false, true),
            ],
          }),
          new Paragraph({ text: lieuEtDate, spacing: { before: 360 } }),
          new Paragraph({ text: 'Signature et cachet de l’organisme d’accueil :', spacing: { after: 1200 } }),
        ],
      },
    ],
  })
  return zipper(await partiesDocx(document, { titre, le }))
}

const LARGEUR = 9026
const COLONNES = [3400, 3226, 2400] as const
const filet = { style: BorderStyle.SINGLE, size: 4, color: 'C9D2D6' }
const aucun = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const bords = { top: filet, bottom: filet, left: aucun, right: aucun, insideHorizontal: filet, insideVertical: aucun }

const pages = new TextRun({ children: ['Page ', PageNumber.CURRENT, ' sur ', PageNumber.TOTAL_PAGES] })

const paragraphe = (children: readonly TextRun[]): Paragraph =>
  new Paragraph({ children: [...children], spacing: { after: 40 } })

const rangee = (textes: readonly string[], entete = false, gras = false): TableRow =>
  new TableRow({
    tableHeader: entete,
    cantSplit: true,
    children: textes.map(
      (text, i) =>
        new TableCell({
          children: [
            new Paragraph({
              style: 'CelluleTableau',
              alignment: i === textes.length - 1 ? AlignmentType.RIGHT : AlignmentType.LEFT,
              children: [new TextRun({ text, bold: entete || gras })],
            }),
          ],
        }),
    ),
  })
