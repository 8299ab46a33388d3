import writeXlsxFile, { type CellObject } from 'write-excel-file/node'
import type { BilanProtege } from '#shared/domaine/secret/protege.ts'
import { type CelluleFeuille, classeurDe, type FormatFeuille } from './classeur.ts'
import { dezipper, zipper } from './zip.ts'

/** The report as an Excel workbook, without author, formula or hidden sheet. The same report gives the same bytes. */
export const bilanEnXlsx = async (bilan: BilanProtege): Promise<Uint8Array> => {
  const feuilles = classeurDe(bilan).map(({ nom, lignes, largeurs }) => ({
    sheet: nom,
    orientation: 'landscape' as const,
    columns: largeurs.map((width) => ({ width })),
    data: lignes.map((ligne) => ligne.flatMap(cellules)),
  }))
  return zipper(dezipper(await writeXlsxFile(feuilles, { fontFamily: 'Arial', fontSize: 10 }).toBuffer()))
}

/** A cell that runs over several columns is followed by as many empty ones. */
const cellules = (c: CelluleFeuille): (CellObject | null)[] => {
  if (!('etendue' in c)) return [cellule(c)]
  const { colonnes, lignes } = c.etendue
  return [
    { ...cellule(c), columnSpan: colonnes, height: lignes * 14 },
    ...Array.from({ length: colonnes - 1 }, () => null),
  ]
}

const cellule = (c: CelluleFeuille): CellObject => ({
  ...(c.gras === true ? { fontWeight: 'bold' } : {}),
  ...('texte' in c
    ? {
        value: c.texte,
        type: String,
        wrap: c.renvoi ?? false,
        ...(c.droite === true ? { align: 'right' } : {}),
      }
    : { value: c.nombre, type: Number, format: formats[c.format] }),
})

const formats: Record<FormatFeuille, string> = {
  entier: '#,##0',
  decimal: '#,##0.0#',
  pourcent: '0.0%',
  evolution: '+0.0%;-0.0%;0.0%',
}
