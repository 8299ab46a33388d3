import { closeSync, existsSync, openSync } from 'node:fs'
import SQLite from 'better-sqlite3'
import { CompiledQuery, type DatabaseConnection, Kysely, SqliteAdapter, SqliteDialect, SqliteDriver } from 'kysely'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { dansLeGeste } from './geste.ts'
import { garderOrdres } from './ordres-prepares.ts'
import { estOccupe } from './panne.ts'
import type { Database } from './schema.ts'

export type Db = Kysely<Database>

/** Database key: 32 bytes. */
export type CleBase = Buffer

export type Ouverture = {
  /** Makes the file. Without it, a missing file is `coffre-incomplet`, never made anew by accident. */
  readonly creation?: boolean
  /** Reads only: not one byte of the file changes, not even to fold its journal back into it. */
  readonly lecture?: boolean
}

/** SQLite does roll DDL back; Kysely's own adapter says it does not, and would leave a failed migration half applied. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

/** Takes its turn to write at once: read first and written after, a transaction fails when another process wrote in between. */
class ImmediateSqliteDriver extends SqliteDriver {
  readonly #sqlite: SQLite.Database
  constructor(sqlite: SQLite.Database) {
    super({ database: garderOrdres(sqlite) })
    this.#sqlite = sqlite
  }
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
  /** On a full disk, SQLite has rolled back by itself: asking again would throw, and hide why. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#sqlite.inTransaction) await super.rollbackTransaction(connection)
  }
}
class TransactionalSqliteDialect extends SqliteDialect {
  readonly #sqlite: SQLite.Database
  constructor(sqlite: SQLite.Database) {
    super({ database: sqlite })
    this.#sqlite = sqlite
  }
  override createAdapter(): SqliteAdapter {
    return new TransactionalSqliteAdapter()
  }
  override createDriver(): SqliteDriver {
    return this.#sqlite.readonly
      ? new SqliteDriver({ database: garderOrdres(this.#sqlite) })
      : new ImmediateSqliteDriver(this.#sqlite)
  }
}

/**
 * Opens an encrypted database and proves the key by reading from it. Throws `coffre-illisible` on a wrong key or a damaged file,
 * `coffre-occupe` when another process does not let go of it.
 */
export const openDatabase = (path: string, cle: CleBase, ouverture: Ouverture = {}): Db => {
  const sqlite = openSqlite(path, ouverture)
  try {
    useKey(sqlite, cle)
    const tables = sqlite.prepare('select count(*) from sqlite_schema').pluck().get()
    // SQLite takes an emptied file for a new base, and would fill it with new tables.
    if (tables === 0 && ouverture.creation !== true) throw new Error('no table')
    for (const reglage of ouverture.lecture === true ? reglagesLecture : [...reglagesEcriture, ...reglagesLecture])
      sqlite.pragma(reglage)
    sqlite.function('dans_le_geste', dansLeGeste)
  } catch (error) {
    sqlite.close()
    throw estOccupe(error) ? new ErreurMetier('coffre-occupe') : new ErreurMetier('coffre-illisible')
  }
  return new Kysely<Database>({ dialect: new TransactionalSqliteDialect(sqlite) })
}

// Each transaction is folded into the file at once: SQLite takes a damaged journal for an unfinished one and would forget, in
// silence, all that was only in it. So nothing acknowledged ever is.
const reglagesEcriture = ['journal_mode = WAL', 'synchronous = FULL', 'secure_delete = ON', 'wal_autocheckpoint = 1']
// Sorts and temporary tables stay in memory: SQLite does not encrypt the files it would make for them.
// 32 MB of pages are kept in clear until the base closes: deciphering them again at each key typed is what search costs.
const reglagesLecture = ['foreign_keys = ON', 'temp_store = MEMORY', 'cache_size = -32000']

const openSqlite = (path: string, { creation = false, lecture = false }: Ouverture): SQLite.Database => {
  try {
    if (creation) createPrivateFile(path)
    return new SQLite(path, { fileMustExist: !creation, readonly: lecture })
  } catch {
    if (creation) throw new ErreurMetier('ecriture-impossible')
    throw new ErreurMetier(existsSync(path) ? 'coffre-illisible' : 'coffre-incomplet')
  }
}

/** Closes the file. Kysely alone would leave open a database that no query has used. */
export const closeDatabase = async (db: Db): Promise<void> => {
  await db.connection().execute(() => Promise.resolve())
  await db.destroy()
}

/** An empty file that only this user may read; SQLite gives its journal the same rights. */
export const createPrivateFile = (path: string): void => closeSync(openSync(path, 'a', 0o600))

/** The key goes in as bytes and is wiped at once: as a PRAGMA its text would stay in memory until the next collection. */
const useKey = (sqlite: SQLite.Database, cle: CleBase): void => {
  if (cle.length !== 32) throw new Error('a database key is 32 bytes')
  sqlite.pragma("cipher = 'sqlcipher'")
  sqlite.pragma('legacy = 4')
  const ecrite = Buffer.from(`x'${cle.toString('hex')}'`, 'latin1')
  ;(sqlite as SQLite.Database & { readonly key: (cle: Buffer) => void }).key(ecrite)
  ecrite.fill(0)
}
