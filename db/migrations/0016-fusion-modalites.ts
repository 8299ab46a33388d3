import { type Kysely, sql } from 'kysely'

/** Answers of a list merged by the post, and what each row said before, so that a merge can be undone. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create table modalite_fusion (
    id text primary key not null,
    liste text not null,
    code text not null,
    vers text not null,
    rang integer not null unique,
    le text not null,
    unique (liste, code)
  ) strict`.execute(db)
  await sql`create table modalite_fusion_ligne (
    fusion_id text not null references modalite_fusion (id),
    dispositif text not null,
    porteur text not null,
    champ text not null,
    cle text not null,
    avant text not null check (json_valid(avant)),
    apres text not null check (json_valid(apres)),
    primary key (fusion_id, porteur, champ, cle)
  ) strict, without rowid`.execute(db)
}
