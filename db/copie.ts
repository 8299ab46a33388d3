import { rmSync } from 'node:fs'
import { type Kysely, sql } from 'kysely'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { type CleBase, closeDatabase, createPrivateFile, type Db, openDatabase } from './connection.ts'

/**
 * Writes an encrypted copy of the whole base, under the same key, then reads it back: integrity and number of rows of
 * each table. A copy that is not sound is removed, and `ecriture-impossible` thrown.
 */
export const copierVerifiee = async (db: Db, cle: CleBase, destination: string): Promise<void> => {
  try {
    createPrivateFile(destination)
    await sql`vacuum into ${destination}`.execute(db)
    const copie = openDatabase(destination, cle, { lecture: true })
    try {
      if (!(await estIntegre(copie, 'integrity_check')) || !memes(await compterLignes(db), await compterLignes(copie)))
        throw new Error('the copy differs')
    } finally {
      await closeDatabase(copie)
    }
  } catch {
    rmSync(destination, { force: true })
    throw new ErreurMetier('ecriture-impossible')
  }
}

/** SQLite's own check of the file; `quick_check` leaves out the comparison of indexes with their tables. */
export const estIntegre = async (db: Db, controle: 'quick_check' | 'integrity_check'): Promise<boolean> => {
  try {
    const { rows } = await sql<Record<string, unknown>>`${sql.raw(`pragma ${controle}`)}`.execute(db)
    return rows.length === 1 && rows[0]?.[controle] === 'ok'
  } catch {
    return false
  }
}

/** Number of rows of each table, whatever the version of the schema. */
export const compterLignes = async (db: Db): Promise<Record<string, number>> => {
  const base = db as Kysely<unknown>
  const tables = await base.introspection.getTables()
  const comptes: Record<string, number> = {}
  for (const { name } of tables) {
    const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(name)}`.execute(base)
    comptes[name] = rows[0]?.n ?? 0
  }
  return comptes
}

const memes = (a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): boolean =>
  Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([table, n]) => b[table] === n)
