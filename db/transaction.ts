import type { Db } from './connection.ts'

/** Runs `work` in one transaction: the caller's when there is one already, so that many acts can be all or nothing. */
export const inTransaction = async <T>(db: Db, work: (trx: Db) => Promise<T>): Promise<T> =>
  db.isTransaction ? work(db) : db.transaction().execute(work)
