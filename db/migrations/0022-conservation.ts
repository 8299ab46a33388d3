import { type Kysely, sql } from 'kysely'

/** How long each dispositif keeps what it holds, what is kept longer and why, and what was erased, without a name. */
const ordres = [
  `create table duree_conservation (
    dispositif text primary key not null,
    mois integer not null,
    sort text not null,
    visa integer not null,
    source text not null,
    par text not null,
    modifie_le text not null
  ) strict`,
  `create table visa_archives (
    id text primary key not null,
    dispositif text not null,
    jusqu_au text not null,
    obtenu_le text not null,
    reference text not null,
    note_le text not null
  ) strict`,
  `create table prolongation (
    suivi_id text primary key not null references suivi (id),
    motif text not null,
    jusqu_au text not null,
    note_le text not null
  ) strict`,
  `create table suivi_anonymise (
    suivi_id text primary key not null references suivi (id),
    le text not null
  ) strict`,
  `create table purge (
    id text primary key not null,
    le text not null,
    agent text,
    comptes text not null check (json_valid(comptes)),
    sauvegardes_jusqu_au text not null,
    sauvegardes_otees_le text
  ) strict`,
  `create trigger purge_sans_suppression before delete on purge
    begin select raise(abort, 'purge: append-only'); end`,
]

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const ordre of ordres) await sql.raw(ordre).execute(db)
}
