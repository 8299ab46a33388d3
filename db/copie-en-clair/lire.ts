import type { Kysely } from 'kysely'
import type { Db } from '../connection.ts'
import { type TableDite, tablesReservees } from './tables.ts'

type Ligne = Readonly<Record<string, unknown>>

/** The rows of a table, one by one: a coffre of many years is never whole in memory. Only the columns that are written are read. */
export const lireLignes = ({ db, table }: { readonly db: Db; readonly table: TableDite }): AsyncIterable<Ligne> => {
  // The table is only known when it runs, and so are its columns.
  const lignes = (db as Kysely<unknown> as Kysely<Record<string, Ligne>>)
    .selectFrom(table.table)
    .select(table.colonnes.map(({ nom }) => nom))
  return (table.table === 'revision' ? lignes.where('tableau', 'not in', [...tablesReservees]) : lignes).stream()
}
