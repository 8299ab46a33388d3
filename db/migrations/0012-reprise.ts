import { type Kysely, sql } from 'kysely'

/** What is typed in a form and not saved yet, other than an entretien, which has its drafts. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create table reprise (
    cle text primary key not null,
    dispositif text not null,
    contenu text not null,
    modifie_le text not null
  ) strict`.execute(db)
}
