import type { Kysely } from 'kysely'

/** Runs `work` in one transaction: the caller's when there is one already, so that many acts can be all or nothing. */
export const inTransaction = async <T, B>(db: Kysely<B>, work: (trx: Kysely<B>) => Promise<T>): Promise<T> =>
  db.isTransaction ? work(db) : db.transaction().execute(work)
