import type { Database } from '../schema.ts'
import type { Colonne, Fichier, Omise, Table, TablesEnClair } from './colonnes.ts'
import { tablesDeLaConformite } from './conformite.ts'
import { tablesDeLaCoordination } from './coordination.ts'
import { tablesDesLots } from './lots.ts'
import { tablesDuParcours } from './parcours.ts'
import { tablesDuPoste } from './poste.ts'
import { tablesDuSuivi } from './suivi.ts'
import { tablesDuTig } from './tig.ts'

/** Every table of a coffre as a plain copy tells it, or why it does not: one without a line does not compile. */
export const tablesEnClair: TablesEnClair<Database> = {
  ...tablesDuSuivi,
  ...tablesDuParcours,
  ...tablesDuTig,
  ...tablesDeLaCoordination,
  ...tablesDuPoste,
  ...tablesDesLots,
  ...tablesDeLaConformite,
}

type Dite = Colonne | Fichier

/** What is written of a table: its file, and its columns in order, by the name they have in the base. */
export type TableDite = {
  readonly table: Table
  /** Its CSV and JSON, without extension. */
  readonly fichier: string
  readonly titre: string
  readonly cle: readonly string[]
  readonly colonnes: readonly (Dite & { readonly nom: string })[]
}

type Declaree = Omit<TableDite, 'table' | 'colonnes'> & { readonly colonnes: Readonly<Record<string, Dite | Omise>> }

const toutes: Readonly<Record<Table, Declaree | Omise>> = tablesEnClair

/** Tables that keep something to themselves: what their rows said before is not told either. */
export const tablesReservees: readonly string[] = Object.entries(toutes).flatMap(([table, declaree]) => {
  const omissions = 'omise' in declaree ? [declaree] : Object.values(declaree.colonnes)
  return omissions.some((o) => 'omise' in o && o.omise !== 'calcule') ? [table] : []
})

/** The tables that are written, in the order of the declaration. */
export const tablesDites: readonly TableDite[] = Object.entries(toutes).flatMap(([table, declaree]) => {
  if ('omise' in declaree) return []
  const colonnes = Object.entries(declaree.colonnes).flatMap(([nom, colonne]) =>
    'omise' in colonne ? [] : [{ ...colonne, nom }],
  )
  return [{ ...declaree, table: table as Table, colonnes }]
})
