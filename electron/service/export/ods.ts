import { type OdsCellObject, OdsDocument } from 'odf-kit/ods'
import type { BilanProtege } from '#shared/domaine/secret/protege.ts'
import { type CelluleFeuille, classeurDe, type FormatFeuille } from './classeur.ts'
import { dezipper, zipper } from './zip.ts'

/** The report as an OpenDocument spreadsheet. The same report gives the same bytes. */
export const bilanEnOds = async (bilan: BilanProtege): Promise<Uint8Array> => {
  const document = new OdsDocument()
  document.setMetadata({
    title: bilan.titre,
    creator: 'Jalon',
    creationDate: new Date(`${bilan.periode.au}T00:00:00Z`),
  })
  for (const { nom, lignes, largeurs } of classeurDe(bilan)) {
    const feuille = document.addSheet(nom)
    for (const [i, n] of largeurs.entries()) feuille.setColumnWidth(i, `${String(Math.round(n * 2.1) / 10)}cm`)
    for (const ligne of lignes) feuille.addRow(ligne.map(cellule))
  }
  return zipper(dezipper(await document.save()))
}

const cellule = (c: CelluleFeuille): OdsCellObject =>
  'texte' in c
    ? {
        value: c.texte,
        type: 'string',
        bold: c.gras ?? false,
        wrap: c.renvoi ?? false,
        ...(c.droite === true ? { align: 'right' } : {}),
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
