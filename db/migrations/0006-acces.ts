import { type Kysely, sql } from 'kysely'

/** Users of the coffre beside its titulaire, who has no row. */
const ordres = [
  `create table agent (
    id text primary key not null,
    nom text not null,
    role text not null,
    dispositifs text not null check (json_valid(dispositifs)),
    dispositif text,
    cree_le text not null,
    revu_le text not null,
    retire_le text
  ) strict`,
]

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const ordre of ordres) await sql.raw(ordre).execute(db)
}
