import { type Kysely, sql } from 'kysely'

/** What was kept for one dispositif now says which: until here there was only that of the intervenants sociaux. */
const ordres = [
  `alter table brouillon add column dispositif text not null default 'isc'`,
  `create table champ_du_dispositif (
    dispositif text not null,
    champ text not null,
    actif integer not null check (actif in (0, 1)),
    primary key (dispositif, champ)
  ) strict, without rowid`,
  `insert into champ_du_dispositif (dispositif, champ, actif) select 'isc', champ, actif from champ_local`,
  `drop table champ_local`,
  `alter table champ_du_dispositif rename to champ_local`,
]

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const ordre of ordres) await sql.raw(ordre).execute(db)
}
