import { type Kysely, sql } from 'kysely'

/** Numbers that somebody else published, beside the bilans of some years. Nothing counts them. */
const ordre = `create table contexte (
  id text primary key not null,
  dispositif text not null,
  libelle text not null,
  valeur real not null,
  unite text not null,
  dont text not null check (json_valid(dont)),
  du text not null,
  au text not null,
  perimetre text not null,
  editeur text not null,
  titre text not null,
  publie_le text not null,
  annees text not null check (json_valid(annees)),
  modifie_le text not null,
  check (du <= au)
) strict`

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql.raw(ordre).execute(db)
}
