import { BorderStyle, type IStylesOptions, LineRuleType } from 'docx'

const accent = '0F5E63'
const gris = '52606B'
/** Of what is not counted: no other text has it. */
const violet = '54427A'

/** A dashed line on the left, as no counted table has. */
const notice = (after: number) => ({
  indent: { left: 280 },
  spacing: { after, line: 252, lineRule: LineRuleType.AUTO },
  border: { left: { style: BorderStyle.DASHED, size: 12, color: violet, space: 10 } },
})

/** Word's own styles, so that the person who completes the report finds them in her menu. Sizes in half-points. */
export const stylesDocx: IStylesOptions = {
  default: {
    document: {
      run: { font: 'Arial', size: 20, color: '1F2933', language: { value: 'fr-FR' } },
      paragraph: { spacing: { after: 120, line: 264, lineRule: LineRuleType.AUTO } },
    },
    title: { run: { size: 50, bold: true, color: accent }, paragraph: { spacing: { before: 60, after: 160 } } },
    heading1: {
      run: { size: 30, bold: true, color: accent },
      paragraph: {
        spacing: { before: 400, after: 140 },
        keepNext: true,
        border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: accent, space: 3 } },
      },
    },
    heading2: {
      run: { size: 23, bold: true, color: '1F2933' },
      paragraph: { spacing: { before: 300, after: 60 }, keepNext: true },
    },
  },
  paragraphStyles: [
    {
      id: 'Subtitle',
      name: 'Subtitle',
      basedOn: 'Normal',
      run: { color: gris, size: 22 },
      paragraph: { spacing: { after: 40 } },
    },
    {
      id: 'Caption',
      name: 'caption',
      basedOn: 'Normal',
      run: { color: gris, size: 17 },
      paragraph: { spacing: { after: 200 } },
    },
    { id: 'Header', name: 'header', basedOn: 'Normal', run: { color: gris, size: 17 } },
    { id: 'Footer', name: 'footer', basedOn: 'Normal', run: { color: gris, size: 17 } },
    ...[1, 2].map((niveau) => ({
      id: `TOC${String(niveau)}`,
      name: `toc ${String(niveau)}`,
      basedOn: 'Normal',
      run: { bold: niveau === 1 },
      paragraph: {
        spacing: { before: niveau === 1 ? 60 : 0, after: 20, line: 240, lineRule: LineRuleType.AUTO },
        indent: { left: (niveau - 1) * 280 },
      },
    })),
    {
      id: 'TitreSommaire',
      name: 'TOC Heading',
      basedOn: 'Normal',
      run: { size: 30, bold: true, color: accent },
      paragraph: { spacing: { before: 500, after: 140 } },
    },
    {
      id: 'Avertissement',
      name: 'Avertissement',
      basedOn: 'Normal',
      run: { bold: true, color: '6B3A00' },
      paragraph: {
        spacing: { after: 500 },
        shading: { fill: 'FFF6E8' },
        border: Object.fromEntries(
          ['top', 'bottom', 'left', 'right'].map((cote) => [
            cote,
            { style: BorderStyle.SINGLE, size: 12, color: '8A4B00', space: 6 },
          ]),
        ),
      },
    },
    { id: 'Contexte', name: 'Chiffre de contexte', basedOn: 'Normal', run: { color: violet }, paragraph: notice(0) },
    {
      id: 'ContexteSource',
      name: 'Source d’un chiffre de contexte',
      basedOn: 'Contexte',
      run: { color: gris, size: 18, italics: true },
      paragraph: notice(200),
    },
    {
      id: 'CelluleTableau',
      name: 'Cellule de tableau',
      basedOn: 'Normal',
      run: { size: 18 },
      paragraph: { spacing: { before: 30, after: 30, line: 240, lineRule: LineRuleType.AUTO } },
    },
    {
      id: 'NoteTableau',
      name: 'Note de tableau',
      basedOn: 'Normal',
      run: { color: gris, size: 17 },
      paragraph: { spacing: { before: 40, after: 40, line: 240, lineRule: LineRuleType.AUTO } },
    },
  ],
}
