import type { BilanProtege } from '#shared/domaine/secret/protege.ts'
import type { Bloc, Couverture } from './blocs.ts'
import { contenuDe, couvertureDe, tientAvecFigure } from './contenu.ts'
import type { Notice } from './contexte.ts'
import { type Dessin, tailleSurPage } from './dessin.ts'
import { espaces, stylesColonnes, stylesOdt, stylesTableau } from './odt-styles.ts'
import { tableauOdt } from './odt-tableau.ts'
import { enPng } from './png.ts'
import { xml } from './xml.ts'
import { type EntreeZip, zipper } from './zip.ts'

/**
 * The report as an OpenDocument text to be completed: real headings, tables with repeated header rows, an index of
 * contents with its page numbers, drawings with their alternative text. Written here rather than with odf-kit, which
 * has no index, no repeated header row and no language. The same report gives the same bytes.
 */
export const bilanEnOdt = async (bilan: BilanProtege): Promise<Uint8Array> => {
  const blocs = contenuDe(bilan)
  const couverture = couvertureDe(bilan)
  const images = await Promise.all(blocs.flatMap((b, i) => (b.type === 'figure' ? [imageDe(i, b.dessin)] : [])))
  const entrees: EntreeZip[] = [
    { nom: 'content.xml', contenu: contenu(blocs, couverture) },
    { nom: 'styles.xml', contenu: stylesOdt(couverture) },
    { nom: 'meta.xml', contenu: meta(bilan) },
    ...images,
  ]
  return zipper([
    { nom: 'mimetype', contenu: mime, brut: true },
    ...entrees,
    { nom: 'META-INF/manifest.xml', contenu: manifeste(entrees) },
  ])
}

const mime = 'application/vnd.oasis.opendocument.text'
const imageDe = async (rang: number, dessin: Dessin): Promise<EntreeZip> => ({
  nom: nomImage(rang),
  contenu: await enPng(dessin),
  brut: true,
})
const nomImage = (rang: number): string => `Pictures/graphique-${String(rang)}.png`

const contenu = (blocs: readonly Bloc[], couverture: Couverture): string => `<?xml version="1.0" encoding="UTF-8"?>
<office:document-content ${espaces} office:version="1.3">
<office:automatic-styles>${stylesTableau}${colonnes(blocs)}</office:automatic-styles>
<office:body><office:text>
${premierePage(couverture)}
${sommaire(blocs)}
${blocs.map(bloc).join('\n')}
</office:text></office:body>
</office:document-content>`

/** One pair of column styles for each number of columns in use. */
const colonnes = (blocs: readonly Bloc[]): string =>
  [...new Set(blocs.flatMap((b) => (b.type === 'tableau' ? [b.grille.colonnes.length] : [])))]
    .map(stylesColonnes)
    .join('')

const premierePage = (c: Couverture): string =>
  [
    ...(c.avertissement === undefined ? [] : [p('Avertissement', c.avertissement)]),
    p('Subtitle', c.dispositif),
    p('Title', c.titre),
    p('Subtitle', c.periode),
    ...c.postes.map((poste) => p('Subtitle', poste)),
  ].join('\n')

/** Entries point at bookmarks, whose pages the reader's program fills in: the index is right before being updated. */
const sommaire = (blocs: readonly Bloc[]): string => {
  const entrees = blocs
    .filter((b) => b.type === 'titre')
    .map(
      ({ niveau, texte, ancre }) =>
        `<text:p text:style-name="Contents_20_${String(niveau)}"><text:a xlink:type="simple" xlink:href="#${ancre}">${xml(texte)}</text:a><text:tab/><text:bookmark-ref text:reference-format="page" text:ref-name="${ancre}">1</text:bookmark-ref></text:p>`,
    )
  const modeles = [1, 2].map(
    (n) =>
      `<text:table-of-content-entry-template text:outline-level="${String(n)}" text:style-name="Contents_20_${String(n)}"><text:index-entry-link-start/><text:index-entry-text/><text:index-entry-link-end/><text:index-entry-tab-stop style:type="right" style:leader-char="."/><text:index-entry-page-number/></text:table-of-content-entry-template>`,
  )
  return `<text:table-of-content text:name="Sommaire" text:protected="false">
<text:table-of-content-source text:outline-level="2" text:use-index-marks="false"><text:index-title-template text:style-name="Contents_20_Heading">Sommaire</text:index-title-template>${modeles.join('')}</text:table-of-content-source>
<text:index-body><text:index-title text:name="Sommaire_Titre">${p('Contents_20_Heading', 'Sommaire')}</text:index-title>
${entrees.join('\n')}
</text:index-body></text:table-of-content>`
}

const bloc = (b: Bloc, rang: number, blocs: readonly Bloc[]): string => {
  if (b.type === 'tableau') return tableauOdt(b.grille, tientAvecFigure(blocs, rang))
  if (b.type === 'figure') return figure(b, rang)
  if (b.type === 'contexte') return b.notices.map(notice).join('\n')
  if (b.type === 'paragraphe') return p('Text_20_body', b.texte)
  if (b.type === 'liste')
    return `<text:list>${b.lignes.map((l) => `<text:list-item>${p('Text_20_body', l)}</text:list-item>`).join('')}</text:list>`
  const style = rang === 0 ? 'TitrePage' : `Heading_20_${String(b.niveau)}`
  return `<text:h text:style-name="${style}" text:outline-level="${String(b.niveau)}"><text:bookmark-start text:name="${b.ancre}"/>${xml(b.texte)}<text:bookmark-end text:name="${b.ancre}"/></text:h>`
}

const notice = ({ nombre, libelle, portee, parts, source }: Notice): string =>
  [
    `<text:p text:style-name="Contexte"><text:span text:style-name="ContexteNombre">${xml(nombre)}</text:span><text:s text:c="2"/>${xml(libelle)}</text:p>`,
    ...[...parts, portee].map((texte) => p('Contexte', texte)),
    p('ContexteSource', source),
  ].join('\n')

const figure = ({ dessin, alternative, legende }: Extract<Bloc, { type: 'figure' }>, rang: number): string => {
  const { largeur, hauteur } = tailleSurPage(dessin)
  const cm = (pixels: number): string => `${((pixels * 17.2) / dessin.largeur).toFixed(2)}cm`
  return `<text:p text:style-name="Figure"><draw:frame draw:style-name="Image" draw:name="Graphique ${String(rang)}" text:anchor-type="as-char" svg:width="${cm(largeur)}" svg:height="${cm(hauteur)}"><draw:image xlink:href="${nomImage(rang)}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad" draw:mime-type="image/png"/><svg:title>${xml(legende)}</svg:title><svg:desc>${xml(alternative)}</svg:desc></draw:frame></text:p>
${p('Caption', legende)}`
}

const p = (style: string, texte: string): string => `<text:p text:style-name="${style}">${xml(texte)}</text:p>`

const meta = ({ titre, periode }: BilanProtege): string => `<?xml version="1.0" encoding="UTF-8"?>
<office:document-meta ${espaces} office:version="1.3"><office:meta><meta:generator>Jalon</meta:generator><dc:title>${xml(titre)}</dc:title><dc:language>fr-FR</dc:language><meta:initial-creator>Jalon</meta:initial-creator><meta:creation-date>${periode.au}T00:00:00</meta:creation-date></office:meta></office:document-meta>`

const types = (nom: string): string => (nom.endsWith('.png') ? 'image/png' : 'text/xml')

const manifeste = (entrees: readonly EntreeZip[]): string => {
  const lignes = entrees.map(
    ({ nom }) => `<manifest:file-entry manifest:full-path="${nom}" manifest:media-type="${types(nom)}"/>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${mime}"/>${lignes.join('')}</manifest:manifest>`
}
