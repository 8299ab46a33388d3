import type { Generated } from 'kysely'
import type { Unite } from '#shared/domaine/bilan/bilan.ts'
import type { CodeDispositif } from '#shared/domaine/dispositifs/index.ts'

/**
 * The consolidation base: what a coordinator receives of many posts. The same tables stand in a coffre and on a server; no
 * key that opens anything is in them. A lot and what it holds are never changed nor removed.
 */
export interface TablesConsolidation {
  poste_suivi: PosteSuiviTable
  lot_attendu: LotAttenduTable
  lot: LotTable
  lot_ecarte: LotEcarteTable
  lot_case: LotCaseTable
  lot_cellule: LotCelluleTable
  lot_chiffre: LotChiffreTable
  lot_section: LotSectionTable
  lot_publication: LotPublicationTable
}

/** That of a server alone: what its coordinators published. */
export type TablesServeur = { somme_publiee: SommePublieeTable }

/** Those of the coffre alone: its keys, the lots it made, and the server it works in. */
export interface TablesLots extends TablesConsolidation {
  cle: CleTable
  base_partagee: BasePartageeTable
  lot_fait: LotFaitTable
}

interface PosteSuiviTable {
  id: string
  nom: string
  /** Id of its coffre; null while it is only expected. */
  coffre: string | null
  /** Its signing key, as first received. */
  cle: string | null
  /** When the fingerprint was compared with the post, by voice. */
  cle_verifiee_le: string | null
  cree_le: string
}

interface LotAttenduTable {
  poste_id: string
  dispositif: CodeDispositif
  annee: number
  pour_le: string
}

interface LotTable {
  /** `cleDe` of its id: what its cells refer to. */
  cle: number
  id: string
  poste_id: string
  dispositif: CodeDispositif
  /** The year its period ends in. */
  annee: number
  du: string
  au: string
  numero: number
  definition: string
  version: string
  fait_le: string
  recu_le: string
  /** SHA-256 of the signed text. */
  empreinte: string
  /** JSON: `EnteteLot`. */
  entete: string
}

/** A lot refused because it counts by other definitions: only that it came. */
interface LotEcarteTable {
  id: string
  coffre: string
  nom: string
  dispositif: CodeDispositif
  annee: number
  du: string
  au: string
  numero: number
  definition: string
  version: string
  recu_le: string
}

/** A place in the tables of a dispositif, written once whatever the number of lots. `codes` are joined by spaces. */
interface LotCaseTable {
  cle: number
  dispositif: CodeDispositif
  tableau: string
  codes: string
}

interface LotCelluleTable {
  lot_cle: number
  case_cle: number
  valeur: number
  personnes: number
}

interface LotChiffreTable {
  lot_cle: number
  genre: 'chiffre' | 'mesure'
  code: string
  valeur: number | null
  effectif: number | null
  personnes: number | null
}

interface LotSectionTable {
  lot_cle: number
  code: string
  texte: string
}

/** `contenu`: JSON of the `PublicationLot`. */
interface LotPublicationTable {
  lot_cle: number
  rang: number
  edition: string
  du: string
  au: string
  unite: Unite
  contenu: string
}

interface CleTable {
  /** Of a signing key, the one the post is known by. */
  id: string
  genre: 'signature' | 'reception'
  publique: string
  secrete: string
  cree_le: string
}

interface LotFaitTable {
  id: string
  dispositif: CodeDispositif
  du: string
  au: string
  numero: number
  fait_le: string
  destinataire: string
  empreinte: string
}

interface SommePublieeTable {
  id: string
  /** As they were written, whatever the clocks of the coordinators. */
  rang: Generated<number>
  edition_id: string
  dispositif: CodeDispositif
  du: string
  au: string
  unite: Unite
  contenu: string
}

interface BasePartageeTable {
  id: number
  adresse: string
  phrase: string
  /** PEM. */
  autorite: string | null
}
