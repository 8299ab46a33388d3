import { AsyncLocalStorage } from 'node:async_hooks'
import type { Kysely } from 'kysely'

/** Runs `work` in one transaction: the caller's when there is one already, so that many acts can be all or nothing. */
export const inTransaction = async <T, B>(db: Kysely<B>, work: (trx: Kysely<B>) => Promise<T>): Promise<T> => {
  if (db.isTransaction) return work(db)
  const conclusion = conclusions.getStore()
  return db.transaction().execute(async (trx) => {
    const fait = await work(trx)
    if (conclusion?.db === db && !conclusion.faite) await conclusion.conclure(trx)
    if (conclusion?.db === db) conclusion.faite = true
    return fait
  })
}

type Conclusion = {
  readonly db: unknown
  readonly conclure: (trx: unknown) => Promise<void>
  faite: boolean
}
const conclusions = new AsyncLocalStorage<Conclusion>()

/**
 * Runs `work`, whose first transaction on `db` ends with `conclure`: both are kept, or neither is. Says whether there was
 * such a transaction.
 */
export const concluant = async <T, B>(
  db: Kysely<B>,
  conclure: (trx: Kysely<B>) => Promise<void>,
  work: () => Promise<T>,
): Promise<{ readonly fait: T; readonly conclue: boolean }> => {
  const conclusion: Conclusion = { db, conclure: (trx) => conclure(trx as Kysely<B>), faite: false }
  const fait = await conclusions.run(conclusion, work)
  return { fait, conclue: conclusion.faite }
}
