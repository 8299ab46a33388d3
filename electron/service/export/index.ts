import type { Format } from '#shared/domaine/bilan/bilan.ts'
import type { BilanProtege } from '#shared/domaine/secret/protege.ts'
import { bilanEnCsv } from './csv.ts'
import { bilanEnHtml } from './html.ts'
import { anneeCivile } from './presentation.ts'

export { bilanEnHtml }

type Imprimer = (html: string) => Promise<Uint8Array>

/** One format of the report: the name of its file (CSV: of its folder), and what to write there. */
export const convertirBilan = (bilan: BilanProtege, format: Format) => ({
  nom: nomFichier(bilan, format),
  convertir: async (imprimer: Imprimer): Promise<Contenu> => convertir[format](bilan, imprimer),
})

type Convertir = (bilan: BilanProtege, imprimer: Imprimer) => Promise<Contenu> | Contenu
type Contenu = string | Uint8Array | ReadonlyMap<string, string>

/** The writers of office files are loaded when asked for: that of DOCX alone is as large as all the rest. */
const convertir: Record<Format, Convertir> = {
  json: (bilan) => `${JSON.stringify(bilan, null, 2)}\n`,
  csv: bilanEnCsv,
  ods: async (bilan) => (await import('./ods.ts')).bilanEnOds(bilan),
  xlsx: async (bilan) => (await import('./xlsx.ts')).bilanEnXlsx(bilan),
  odt: async (bilan) => (await import('./odt.ts')).bilanEnOdt(bilan),
  docx: async (bilan) => (await import('./docx.ts')).bilanEnDocx(bilan),
  html: bilanEnHtml,
  pdf: (bilan, imprimer) => imprimer(bilanEnHtml(bilan)),
}

/** « bilan-isc-2012.pdf », « bilan-consolide-isc-2012.pdf », « bilan-isc-2012-01-01-2012-06-30.pdf », « bilan-isc-2012-csv ». */
const nomFichier = ({ dispositif, periode, secret }: BilanProtege, format: Format): string => {
  const quoi = secret.catalogue.endsWith('-consolide') ? 'bilan-consolide' : 'bilan'
  const base = `${quoi}-${dispositif}-${anneeCivile(periode) ?? `${periode.du}-${periode.au}`}`
  return format === 'csv' ? `${base}-csv` : `${base}.${format}`
}
