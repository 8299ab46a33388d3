import { type OdsCellObject, OdsDocument } from 'odf-kit/ods'
import type { BilanProtege } from '#shared/domaine/secret/protege.ts'
import { type CelluleFeuille, classeurDe, type Feuille, type FormatFeuille } from './classeur.ts'
import { sansInterdit } from './xml.ts'
import { dezipper, type EntreeZip, zipper } from './zip.ts'

/** The report as an OpenDocument spreadsheet. */
export const bilanEnOds = (bilan: BilanProtege): Promise<Uint8Array> =>
  classeurEnOds({ titre: bilan.titre, jour: bilan.periode.au, feuilles: classeurDe(bilan) })

/** Sheets as one spreadsheet, dated of the day given: the same sheets give the same bytes. */
export const classeurEnOds = async (classeur: {
  readonly titre: string
  readonly jour: string
  readonly feuilles: readonly Feuille[]
}): Promise<Uint8Array> => {
  const document = new OdsDocument()
  document.setMetadata({
    title: sansInterdit(classeur.titre),
    creator: 'Jalon',
    creationDate: new Date(`${classeur.jour}T00:00:00Z`),
  })
  for (const { nom, lignes, largeurs } of classeur.feuilles) {
    const feuille = document.addSheet(sansInterdit(nom))
    for (const [i, n] of largeurs.entries()) feuille.setColumnWidth(i, `${String(Math.round(n * 2.1) / 10)}cm`)
    for (const [rang, ligne] of lignes.entries()) {
      feuille.addRow(ligne.map(cellule))
      const [premiere] = ligne
      if (premiere !== undefined && 'etendue' in premiere)
        feuille.setRowHeight(rang, `${(premiere.etendue.lignes * 0.48).toFixed(2)}cm`)
    }
  }
  return zipper(dezipper(await document.save()).map(corriger))
}

/** What odf-kit leaves out: shares are percentages (or 0.26 shows as « 0 % »), numbers are French, a sheet prints on one width. */
const corriger = (entree: EntreeZip): EntreeZip => {
  const texte = (): string => Buffer.from(entree.contenu).toString()
  if (entree.nom === 'content.xml') {
    const contenu = texte()
      .replaceAll(
        /number:number-style( style:name="Nnum-pct1">[^]*?<\/number:)number-style/g,
        'number:percentage-style$1percentage-style',
      )
      .replaceAll(/(<style:style [^>]*family="table-cell"[^>]*[^/]>)([^]*?)(?=<\/style:style>)/g, aligner)
      .replaceAll('<number:text>%<', '<number:text>\u00A0%<')
      .replaceAll(/<number:(?:number|percentage)-style (?=style:name)/g, '$&number:language="fr" number:country="FR" ')
    return { ...entree, contenu }
  }
  if (entree.nom !== 'styles.xml') return entree
  const contenu = texte()
    .replace('<office:styles>', `<office:styles>${francais}`)
    .replace('<style:page-layout-properties/>', paysage)
  return { ...entree, contenu }
}

/** LibreOffice aligns a cell only when told that the alignment is not its own to choose. */
const aligner = (style: string, debut: string, corps: string): string => {
  if (!corps.includes('fo:text-align="right"')) return style
  const source = '<style:table-cell-properties style:text-align-source="fix"'
  const regle = corps.replace('fo:text-align="right"', 'fo:text-align="end"')
  return regle.includes('<style:table-cell-properties')
    ? debut + regle.replace('<style:table-cell-properties', source)
    : `${debut}${source}/>${regle}`
}

const francais =
  '<style:default-style style:family="table-cell"><style:text-properties style:font-name="Liberation Sans" fo:font-size="10pt" fo:language="fr" fo:country="FR"/></style:default-style>'
const paysage =
  '<style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape" fo:margin="1.5cm" style:scale-to-X="1" style:scale-to-Y="0"/>'

const cellule = (c: CelluleFeuille): OdsCellObject =>
  'texte' in c
    ? {
        value: sansInterdit(c.texte),
        type: 'string',
        bold: c.gras ?? false,
        wrap: c.renvoi ?? false,
        ...(c.droite === true ? { align: 'right' } : {}),
        ...(c.etendue === undefined ? {} : { colSpan: c.etendue.colonnes }),
      }
    : {
        value: c.nombre,
        type: c.format === 'pourcent' || c.format === 'evolution' ? 'percentage' : 'float',
        numberFormat: formats[c.format],
        bold: c.gras ?? false,
      }

const formats: Record<FormatFeuille, string> = {
  entier: 'integer',
  decimal: 'decimal:2',
  pourcent: 'percentage:1',
  evolution: 'percentage:1',
}
