import { type Kysely, sql } from 'kysely'

/** An agenda shows what is done too, which the index of what is still due leaves out. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create index echeance_jour on echeance (date)`.execute(db)
}
