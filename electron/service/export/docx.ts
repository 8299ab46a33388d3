import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  LineRuleType,
  PageNumber,
  Paragraph,
  TabStopType,
  TableOfContents,
  TextRun,
} from 'docx'
import type { BilanProtege } from '#shared/domaine/secret/protege.ts'
import type { Bloc, Couverture, DocumentImprime } from './blocs.ts'
import { documentDe, tientAvecFigure } from './contenu.ts'
import type { Notice } from './contexte.ts'
import { tailleSurPage } from './dessin.ts'
import { listeDocx } from './docx-liste.ts'
import { partiesDocx } from './docx-emballer.ts'
import { stylesDocx } from './docx-styles.ts'
import { tableauDocx } from './docx-tableau.ts'
import { paginer } from './pagination.ts'
import { enPng } from './png.ts'
import { type EntreeZip, zipper } from './zip.ts'

/**
 * The report as a Word document to be completed: real headings, real tables, a real table of contents that Word updates
 * on opening, drawings as pictures with their alternative text. Its only author is Jalon; the same report gives the same bytes.
 */
export const bilanEnDocx = (bilan: BilanProtege): Promise<Uint8Array> => documentEnDocx(documentDe(bilan))

export const documentEnDocx = async (imprime: DocumentImprime): Promise<Uint8Array> => {
  const { titre, le, couverture, sommaire, blocs } = imprime
  const { titres, pages } = paginer(imprime)
  const document = new Document({
    title: titre,
    creator: 'Jalon',
    lastModifiedBy: 'Jalon',
    ...(sommaire ? { features: { updateFields: true } } : {}),
    ...(sommaire ? { pageNumbers: () => ({ bookmarks: new Map(), pageCount: pages }) } : {}),
    styles: stylesDocx,
    ...(blocs.some((b) => b.type === 'liste') ? { numbering: { config: [listeDocx('puces')] } } : {}),
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: 11_906, height: 16_838 },
            margin: { top: 1134, bottom: 1020, left: 1020, right: 1020 },
          },
        },
        headers: { first: new Header({ children: [new Paragraph('')] }), default: entete(couverture) },
        footers: { first: pied(couverture), default: pied(couverture) },
        children: [
          ...premierePage(couverture),
          ...(sommaire
            ? [
                new Paragraph({ text: 'Sommaire', style: 'TitreSommaire' }),
                new TableOfContents('Sommaire', { hyperlink: true, headingStyleRange: '1-2' }),
              ]
            : []),
          ...blocs.flatMap((b, rang) => bloc(b, rang, blocs, sommaire)),
        ],
      },
    ],
  })
  const [parties, images] = await Promise.all([
    partiesDocx(document, { titre, le }),
    Promise.all(blocs.map(async (b) => (b.type === 'figure' ? enPng(b.dessin) : undefined))),
  ])
  const tableaux = blocs.flatMap((b, rang) =>
    b.type === 'tableau' ? [tableauDocx(b.grille, tientAvecFigure(blocs, rang))] : [],
  )
  return zipper(
    parties.map((partie) =>
      partie.nom === 'word/document.xml'
        ? Object.assign(partie, { contenu: completer(Buffer.from(partie.contenu).toString(), titres, tableaux) })
        : mettreImage(partie, images),
    ),
  )
}

/** docx hashes and compresses what it is given: it is given the rank of each picture, which then takes its place. */
const mettreImage = (partie: EntreeZip, images: readonly (Uint8Array | undefined)[]): EntreeZip => {
  if (!partie.nom.startsWith('word/media/')) return partie
  const image = images[Number(Buffer.from(partie.contenu).toString())]
  return image === undefined ? partie : { nom: partie.nom, contenu: image, brut: true }
}

/**
 * docx counts the bookmarks of the whole process: number them again from one in each document. The table of contents then
 * takes its page numbers, which docx would be half a second to find, and each table its place.
 */
const completer = (xml: string, titres: readonly number[], tableaux: readonly string[]): string => {
  const rangs = new Map<string, string>()
  const suivants = tableaux.values()
  return xml
    .replaceAll(/(?<=_Toc|<w:bookmark(?:Start|End)\b[^>]*\bw:id=")\d+/g, (id) => {
      const rang = rangs.get(id) ?? String(rangs.size + 1)
      rangs.set(id, rang)
      return rang
    })
    .replaceAll(
      /PAGEREF _Toc(\d+) [^<]*<\/w:instrText><w:fldChar w:fldCharType="separate"\/>/g,
      (champ, rang) => `${champ}<w:t>${String(titres[Number(rang) - 1] ?? '')}</w:t>`,
    )
    .replaceAll(
      `<w:p><w:pPr><w:pStyle w:val="${placeDuTableau}"/></w:pPr></w:p>`,
      (place) => suivants.next().value ?? place,
    )
}

/** No paragraph of a report has this style. */
const placeDuTableau = 'PlaceDuTableau'

const premierePage = (c: Couverture): readonly Paragraph[] => [
  ...(c.avertissement === undefined ? [] : [new Paragraph({ text: c.avertissement, style: 'Avertissement' })]),
  new Paragraph({ text: c.dispositif, style: 'Subtitle' }),
  new Paragraph({ text: c.titre, heading: HeadingLevel.TITLE }),
  new Paragraph({ text: c.periode, style: 'Subtitle' }),
  ...c.postes.map((poste) => new Paragraph({ text: poste, style: 'Subtitle' })),
]

const bloc = (b: Bloc, rang: number, blocs: readonly Bloc[], sommaire: boolean) => {
  if (b.type === 'tableau') return [new Paragraph({ style: placeDuTableau })]
  if (b.type === 'figure') return figure(b, rang)
  if (b.type === 'contexte') return b.notices.flatMap(notice)
  if (b.type === 'paragraphe')
    return [
      new Paragraph({
        children: lignes(b.texte),
        // Word puts nothing between a table and what follows it.
        ...(blocs[rang - 1]?.type === 'tableau' ? { spacing: { before: 140 } } : {}),
      }),
    ]
  if (b.type === 'liste')
    return b.lignes.map((text) => new Paragraph({ text, numbering: { reference: 'puces', level: 0 } }))
  const pageNeuve = sommaire && b.niveau === 1 && rang === 0
  return [
    new Paragraph({
      text: b.texte,
      heading: b.niveau === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
      pageBreakBefore: pageNeuve,
    }),
  ]
}

const notice = ({ nombre, libelle, portee, parts, source }: Notice): readonly Paragraph[] => [
  new Paragraph({
    style: 'Contexte',
    keepNext: true,
    children: [new TextRun({ text: nombre, bold: true, size: 26 }), new TextRun(`  ${libelle}`)],
  }),
  ...[...parts, portee].map((text) => new Paragraph({ text, style: 'Contexte', keepNext: true })),
  new Paragraph({ text: source, style: 'ContexteSource' }),
]

const lignes = (texte: string): readonly TextRun[] =>
  texte.split('\n').map((text, i) => new TextRun(i === 0 ? { text } : { text, break: 1 }))

const figure = ({ dessin, alternative, legende }: Extract<Bloc, { type: 'figure' }>, rang: number) => {
  const { largeur, hauteur } = tailleSurPage(dessin)
  return [
    new Paragraph({
      keepNext: true,
      // Its line is as high as the picture: Word would space it as a line of text.
      spacing: { before: 120, line: 240, lineRule: LineRuleType.AUTO },
      children: [
        new ImageRun({
          type: 'png',
          data: Buffer.from(String(rang)),
          transformation: { width: largeur, height: hauteur },
          altText: { id: String(rang), title: legende, description: alternative, name: `Graphique ${String(rang)}` },
        }),
      ],
    }),
    new Paragraph({ text: legende, style: 'Caption' }),
  ]
}

const entete = ({ titre, periode }: Couverture): Header =>
  new Header({ children: [new Paragraph({ style: 'Header', tabStops: droite, text: `${titre}\t${periode}` })] })

const pied = ({ avertissement }: Couverture): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        tabStops: droite,
        children: [
          new TextRun({ text: avertissement === undefined ? '' : 'Données inventées', bold: true }),
          new TextRun({ children: ['\tPage ', PageNumber.CURRENT, ' sur ', PageNumber.TOTAL_PAGES] }),
        ],
        alignment: AlignmentType.LEFT,
        border: { top: { style: BorderStyle.SINGLE, size: 4, color: 'C9D2D6', space: 4 } },
      }),
    ],
  })

const droite = [{ type: TabStopType.RIGHT, position: 9866 }]
