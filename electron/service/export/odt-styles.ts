import type { Couverture } from './blocs.ts'
import { xml } from './xml.ts'

const oasis = 'urn:oasis:names:tc:opendocument:xmlns'

export const espaces = [
  ...['office', 'style', 'text', 'table', 'meta'].map((nom) => `xmlns:${nom}="${oasis}:${nom}:1.0"`),
  `xmlns:draw="${oasis}:drawing:1.0"`,
  `xmlns:fo="${oasis}:xsl-fo-compatible:1.0"`,
  `xmlns:svg="${oasis}:svg-compatible:1.0"`,
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
].join(' ')

const accent = '#0f5e63'
const encre = '#1f2933'
const gris = '#52606b'
const filet = '#c9d2d6'
/** Of what is not counted: no other text has it. */
const violet = '#54427a'

/** Named styles, page, header and footer: what the person who completes the report finds in her styles panel. */
export const stylesOdt = (couverture: Couverture): string => `<?xml version="1.0" encoding="UTF-8"?>
<office:document-styles ${espaces} office:version="1.3">
<office:font-face-decls><style:font-face style:name="Liberation Sans" svg:font-family="'Liberation Sans', Arial" style:font-family-generic="swiss" style:font-pitch="variable"/></office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph"><style:paragraph-properties fo:hyphenation-ladder-count="no-limit" style:writing-mode="lr-tb"/><style:text-properties style:font-name="Liberation Sans" fo:font-size="10pt" fo:language="fr" fo:country="FR" fo:color="${encre}"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph" style:class="text"/>
<style:style style:name="Heading" style:family="paragraph" style:parent-style-name="Standard" style:class="text"><style:paragraph-properties fo:keep-with-next="always"/></style:style>
${paragraphes.map(style).join('\n')}
<style:style style:name="ContexteNombre" style:family="text"><style:text-properties fo:font-size="13pt" ${gras}/></style:style>
<style:style style:name="Internet_20_link" style:display-name="Internet link" style:family="text"/>
<text:outline-style style:name="Outline">${[1, 2].map((n) => `<text:outline-level-style text:level="${String(n)}" style:num-format=""/>`).join('')}</text:outline-style>
</office:styles>
<office:automatic-styles>
<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" style:print-orientation="portrait" fo:margin-top="1.4cm" fo:margin-bottom="1.2cm" fo:margin-left="1.9cm" fo:margin-right="1.9cm"/><style:header-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-bottom="0.4cm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-top="0.4cm"/></style:footer-style></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4">
<style:header><text:p text:style-name="Header">${xml(couverture.titre)}<text:tab/>${xml(couverture.periode)}</text:p></style:header>
<style:footer><text:p text:style-name="Footer">${couverture.avertissement === undefined ? '' : 'Données inventées'}<text:tab/>Page <text:page-number text:select-page="current">1</text:page-number> sur <text:page-count>1</text:page-count></text:p></style:footer>
</style:master-page></office:master-styles>
</office:document-styles>`

/** Width of the text, in centimetres: A4 less the margins. */
const largeurPage = 17.2

/** Styles of the columns of a table that has that many columns of figures. */
export const stylesColonnes = (nombre: number): string => {
  const chiffre = Math.min(2.1, (largeurPage * 0.83) / nombre)
  return [
    [`Libelle${String(nombre)}`, largeurPage - chiffre * nombre] as const,
    [`Chiffre${String(nombre)}`, chiffre] as const,
  ]
    .map(
      ([nom, largeur]) =>
        `<style:style style:name="${nom}" style:family="table-column"><style:table-column-properties style:column-width="${largeur.toFixed(2)}cm"/></style:style>`,
    )
    .join('')
}

/** Styles of the tables and of the pictures. */
export const stylesTableau = [
  ...[
    ['Tableau', 'style:may-break-between-rows="true"'],
    ['TableauEntier', 'style:may-break-between-rows="false"'],
    ['TableauLie', 'style:may-break-between-rows="false" fo:keep-with-next="always"'],
  ].map(
    ([nom, coupe]) =>
      `<style:style style:name="${nom ?? ''}" style:family="table"><style:table-properties style:width="${String(largeurPage)}cm" table:align="left" table:border-model="collapsing" ${coupe ?? ''}/></style:style>`,
  ),
  `<style:style style:name="Rangee" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>`,
  ...[
    ['Entete', `fo:background-color="#f2f5f5" fo:border-bottom="1pt solid ${encre}"`],
    ['Groupe', `fo:background-color="#f2f5f5" fo:border-bottom="0.5pt solid ${filet}"`],
    ['Cellule', `fo:border-bottom="0.5pt solid ${filet}"`],
    ['CelluleTotal', `fo:border-top="1pt solid ${encre}" fo:border-bottom="1pt solid ${encre}"`],
  ].map(
    ([nom, bords]) =>
      `<style:style style:name="${nom ?? ''}" style:family="table-cell"><style:table-cell-properties fo:padding="0.06cm" fo:padding-left="0.1cm" fo:padding-right="0.1cm" style:vertical-align="bottom" ${bords ?? ''}/></style:style>`,
  ),
  `<style:style style:name="Image" style:family="graphic"><style:graphic-properties style:vertical-pos="top" style:vertical-rel="baseline"/></style:style>`,
].join('')

type Style = {
  readonly nom: string
  readonly parent?: string
  readonly niveau?: number
  readonly paragraphe?: string
  readonly texte?: string
  readonly tabulation?: boolean
}

const style = ({
  nom,
  parent = 'Standard',
  niveau,
  paragraphe = '',
  texte = '',
  tabulation = false,
}: Style): string => {
  const affiche = nom.replaceAll('_20_', ' ')
  const plan = niveau === undefined ? '' : ` style:default-outline-level="${String(niveau)}"`
  const arret = tabulation
    ? '<style:tab-stops><style:tab-stop style:position="17.2cm" style:type="right" style:leader-style="none"/></style:tab-stops>'
    : ''
  return `<style:style style:name="${nom}" style:display-name="${affiche}" style:family="paragraph" style:parent-style-name="${parent}"${plan}><style:paragraph-properties ${paragraphe}>${arret}</style:paragraph-properties><style:text-properties ${texte}/></style:style>`
}

const gras = 'fo:font-weight="bold"'
const titre1 = {
  paragraphe: `fo:margin-top="0.8cm" fo:margin-bottom="0.25cm" fo:padding-bottom="0.08cm" fo:border-bottom="1.5pt solid ${accent}" fo:keep-with-next="always"`,
  texte: `fo:font-size="15pt" fo:color="${accent}" ${gras}`,
}
const cellule = 'fo:margin-top="0cm" fo:margin-bottom="0cm" fo:keep-with-next="auto"'

/** A dashed line on the left, as no counted table has. */
const notice = `fo:margin-left="0.2cm" fo:padding-left="0.3cm" fo:border-left="1.5pt dashed ${violet}"`

const paragraphes: readonly Style[] = [
  { nom: 'Text_20_body', paragraphe: 'fo:margin-bottom="0.21cm" fo:line-height="130%" fo:orphans="3" fo:widows="3"' },
  { nom: 'Title', paragraphe: 'fo:margin-bottom="0.3cm"', texte: `fo:font-size="25pt" fo:color="${accent}" ${gras}` },
  { nom: 'Subtitle', paragraphe: 'fo:margin-bottom="0.08cm"', texte: `fo:font-size="11pt" fo:color="${gris}"` },
  {
    nom: 'Avertissement',
    paragraphe:
      'fo:margin-bottom="0.9cm" fo:padding="0.2cm" fo:border="1.5pt solid #8a4b00" fo:background-color="#fff6e8"',
    texte: `fo:color="#6b3a00" ${gras}`,
  },
  { nom: 'Heading_20_1', parent: 'Heading', niveau: 1, ...titre1 },
  {
    nom: 'Heading_20_2',
    parent: 'Heading',
    niveau: 2,
    paragraphe: 'fo:margin-top="0.55cm" fo:margin-bottom="0.1cm" fo:keep-with-next="always"',
    texte: `fo:font-size="11.5pt" ${gras}`,
  },
  { nom: 'TitrePage', parent: 'Heading_20_1', paragraphe: 'fo:break-before="page"' },
  {
    nom: 'Contents_20_Heading',
    paragraphe: 'fo:margin-top="0.9cm" fo:margin-bottom="0.25cm"',
    texte: titre1.texte,
  },
  { nom: 'Contents_20_1', paragraphe: 'fo:margin-top="0.1cm"', texte: gras, tabulation: true },
  { nom: 'Contents_20_2', paragraphe: 'fo:margin-left="0.5cm"', tabulation: true },
  { nom: 'Figure', paragraphe: 'fo:margin-top="0.2cm" fo:keep-with-next="always"' },
  { nom: 'Caption', paragraphe: 'fo:margin-bottom="0.4cm"', texte: `fo:font-size="8.5pt" fo:color="${gris}"` },
  { nom: 'Header', texte: `fo:font-size="8.5pt" fo:color="${gris}"`, tabulation: true },
  { nom: 'Footer', texte: `fo:font-size="8.5pt" fo:color="${gris}"`, tabulation: true },
  {
    nom: 'BaseTableau',
    paragraphe: 'fo:margin-bottom="0.1cm" fo:keep-with-next="always"',
    texte: `fo:font-size="8.5pt" fo:color="${gris}"`,
  },
  { nom: 'NoteTableau', paragraphe: 'fo:margin-top="0.08cm"', texte: `fo:font-size="8.5pt" fo:color="${gris}"` },
  {
    nom: 'NoteLiee',
    parent: 'NoteTableau',
    paragraphe: 'fo:keep-with-next="always"',
  },
  { nom: 'Contexte', paragraphe: `${notice} fo:keep-with-next="always"`, texte: `fo:color="${violet}"` },
  {
    nom: 'ContexteSource',
    paragraphe: `${notice} fo:margin-bottom="0.4cm"`,
    texte: `fo:font-size="9pt" fo:font-style="italic" fo:color="${gris}"`,
  },
  { nom: 'TeteDroiteSerre', parent: 'TeteDroite', texte: 'fo:font-size="7.5pt"' },
  ...(['Gauche', 'Droite'] as const).flatMap((cote): Style[] => {
    const paragraphe = `${cellule} fo:text-align="${cote === 'Gauche' ? 'start' : 'end'}"`
    return [
      { nom: cote, paragraphe, texte: 'fo:font-size="9pt"' },
      { nom: `${cote}Total`, paragraphe, texte: `fo:font-size="9pt" ${gras}` },
      { nom: `${cote}Absent`, paragraphe, texte: `fo:font-size="9pt" fo:font-style="italic" fo:color="${gris}"` },
      { nom: `Tete${cote}`, paragraphe, texte: `fo:font-size="9pt" ${gras}` },
    ]
  }),
  { nom: 'TeteCentre', paragraphe: `${cellule} fo:text-align="center"`, texte: `fo:font-size="9pt" ${gras}` },
]
