import { createHash } from 'node:crypto'
import { type Kysely, PostgresAdapter, sql } from 'kysely'
import type { Db } from '../connection.ts'
import type { TablesConsolidation } from '../schema/lots.ts'

/** The consolidation base, wherever it is: in a coffre, or on a server. */
export type Consolidation = Kysely<TablesConsolidation>

const tables = [
  'poste_suivi',
  'lot_attendu',
  'lot',
  'lot_ecarte',
  'lot_case',
  'lot_cellule',
  'lot_chiffre',
  'lot_section',
  'lot_publication',
] as const

/** The one of an open coffre. */
export const consolidationDe = (db: Db): Consolidation => db.$pickTables<(typeof tables)[number]>()

/** A number that anybody would give to the same name, on any machine: 52 bits of its SHA-256, exact in JavaScript. */
export const cleDe = (...noms: readonly string[]): number =>
  Number.parseInt(createHash('sha256').update(noms.join('\n')).digest('hex').slice(0, 13), 16)

/**
 * One reception at a time, to be called first in its transaction: on a server, two coordinators would else take the same
 * expected post, or each wait for the cells of the other. A coffre has one process, which already writes in turn.
 */
export const attendreSonTour = async (trx: Consolidation): Promise<void> => {
  if (trx.getExecutor().adapter instanceof PostgresAdapter)
    await sql`select pg_advisory_xact_lock(${cleDe('jalon', 'reception')})`.execute(trx)
}

/** Reads in one go what must hold together, whatever other coordinators write meanwhile. */
export const enUneFois = <T>(base: Consolidation, lire: (trx: Consolidation) => Promise<T>): Promise<T> =>
  base.isTransaction
    ? lire(base)
    : base.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(lire)
