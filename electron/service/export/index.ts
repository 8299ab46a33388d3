import type { Format } from '#shared/domaine/bilan/bilan.ts'
import type { BilanProtege } from '#shared/domaine/secret/protege.ts'
import { lireMorceau } from '#shared/ipc/morceau.ts'
import { anneeCivile } from './presentation.ts'

type Imprimer = (html: string) => Promise<Uint8Array>

/** One format of the report: the name of its file (CSV: of its folder), and what to write there. */
export const convertirBilan = (bilan: BilanProtege, format: Format) => ({
  nom: nomFichier(bilan, format),
  convertir: async (imprimer: Imprimer): Promise<Contenu> => (await lireMorceau(ecrivains[format]))(bilan, imprimer),
})

type Convertir = (bilan: BilanProtege, imprimer: Imprimer) => Promise<Contenu> | Contenu
type Contenu = string | Uint8Array | ReadonlyMap<string, string>

/** Begins to read what writes these formats, for it to be there when the report is. */
export const preparerFormats = (formats: readonly Format[]): void => {
  for (const format of formats) void ecrivains[format]().catch(() => undefined)
}

/** What writes each format is read when asked for: drawings and office files are most of the application. */
const ecrivains: Readonly<Record<Format, () => Promise<Convertir>>> = {
  json: async () => (bilan) => `${JSON.stringify(bilan, null, 2)}\n`,
  csv: async () => (await import('./csv.ts')).bilanEnCsv,
  ods: async () => (await import('./ods.ts')).bilanEnOds,
  xlsx: async () => (await import('./xlsx.ts')).bilanEnXlsx,
  odt: async () => (await import('./odt.ts')).bilanEnOdt,
  docx: async () => (await import('./docx.ts')).bilanEnDocx,
  html: async () => (await import('./html.ts')).bilanEnHtml,
  pdf: async () => {
    const { bilanEnHtml } = await import('./html.ts')
    return (bilan, imprimer) => imprimer(bilanEnHtml(bilan))
  },
}

/** « bilan-isc-2012.pdf », « bilan-consolide-isc-2012.pdf », « bilan-isc-2012-01-01-2012-06-30.pdf », « bilan-isc-2012-csv ». */
const nomFichier = ({ dispositif, periode, secret }: BilanProtege, format: Format): string => {
  const quoi = secret.catalogue.endsWith('-consolide') ? 'bilan-consolide' : 'bilan'
  const base = `${quoi}-${dispositif}-${anneeCivile(periode) ?? `${periode.du}-${periode.au}`}`
  return format === 'csv' ? `${base}-csv` : `${base}.${format}`
}
