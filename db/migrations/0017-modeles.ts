import { type Kysely, sql } from 'kysely'

/** Templates of letters of the post, and the day when the information notice was handed over. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create table modele_lettre (
    id text primary key not null,
    nom text not null,
    contenu blob not null,
    ajoute_le text not null
  ) strict`.execute(db)
  await sql`create table remise_notice (
    suivi_id text not null references suivi (id),
    personne_id text not null references personne (id),
    date text not null,
    note_le text not null,
    primary key (suivi_id, personne_id)
  ) strict, without rowid`.execute(db)
}
