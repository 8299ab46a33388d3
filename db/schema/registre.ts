import type { Unite } from '#shared/domaine/bilan/bilan.ts'
import type { CodeDispositif } from '#shared/domaine/dispositifs/index.ts'

/** The register of what was published: rows of these three tables are never changed nor removed. */
interface EditionTable {
  id: string
  dispositif: CodeDispositif
  du: string
  au: string
  seuil: number
  mode: string
  /** Version of the catalogue of tables. */
  catalogue: string
  /** An instant, not a day. */
  creee_le: string
  /** SHA-256 of the counted facts, in hexadecimal: the same facts are the same edition. */
  empreinte: string
  /** JSON of the published report. */
  document: string
  /** JSON, confidential: what proves the protection also says what it hides. */
  certificat: string
  remplace_id: string | null
  motif: string | null
}

interface EditionFichierTable {
  edition_id: string
  /** Relative; a file of a folder is « dossier/fichier.csv ». */
  nom: string
  contenu: Uint8Array
  sha256: string
}

/** One period and one unit of an edition. */
interface PublicationTable {
  id: string
  edition_id: string
  du: string
  au: string
  unite: Unite
  /** JSON: the units counted, under the ids they have here. It never leaves the coffre. */
  recensement: string
  /** JSON: the cells as published. */
  cellules: string
}

/** The register of what was published. */
export interface TablesRegistre {
  edition: EditionTable
  edition_fichier: EditionFichierTable
  publication: PublicationTable
}
