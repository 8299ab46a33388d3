import SQLite from 'better-sqlite3'
import { Kysely, SqliteAdapter, SqliteDialect } from 'kysely'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import type { Database } from './schema.ts'

export type Db = Kysely<Database>

/** Database key: 32 bytes. */
export type CleBase = Buffer

/** SQLite does roll DDL back; Kysely's own adapter says it does not, and would leave a failed migration half applied. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}
class TransactionalSqliteDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new TransactionalSqliteAdapter()
  }
}

/**
 * Opens an encrypted database and proves the key by reading from it.
 * Throws `coffre-illisible` on a wrong key or a damaged file, `coffre-incomplet` when the file is missing and
 * `creation` is not asked: an absent file is never made anew by accident.
 */
export const openDatabase = (path: string, cle: CleBase, options: { readonly creation?: boolean } = {}): Db => {
  const sqlite = openSqlite(path, options.creation === true)
  try {
    useKey(sqlite, cle)
    sqlite.prepare('select count(*) from sqlite_schema').get()
    sqlite.pragma('journal_mode = WAL')
    sqlite.pragma('synchronous = FULL')
    sqlite.pragma('foreign_keys = ON')
    sqlite.pragma('secure_delete = ON')
  } catch {
    sqlite.close()
    throw new ErreurMetier('coffre-illisible')
  }
  return new Kysely<Database>({ dialect: new TransactionalSqliteDialect({ database: sqlite }) })
}

const openSqlite = (path: string, creation: boolean): SQLite.Database => {
  try {
    return new SQLite(path, { fileMustExist: !creation })
  } catch {
    throw new ErreurMetier('coffre-incomplet')
  }
}

const useKey = (sqlite: SQLite.Database, cle: CleBase): void => {
  const hex = cle.toString('hex')
  if (!/^[0-9a-f]{64}$/.test(hex)) throw new Error('a database key is 32 bytes')
  sqlite.pragma("cipher = 'sqlcipher'")
  sqlite.pragma(`key = "x'${hex}'"`)
}
