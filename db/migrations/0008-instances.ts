import { type Kysely, sql } from 'kysely'

/**
 * Instances of the coordinator and their meetings: functions, never names. Names stand in two tables of their own: the
 * signatories of the charter, who are professionals, and the points of a group of L132-5, which are really deleted. What left
 * the coffre with names is told by a register that only grows.
 */
const ordres = [
  `create table instance (
    id text primary key not null,
    dispositif text not null,
    genre text not null,
    nom text not null,
    secteur text,
    frequence text not null,
    depuis text not null,
    au text,
    l1325_le text,
    supprime_le text,
    modifie_le text not null,
    check (au is null or au >= depuis)
  ) strict`,
  `create table reunion (
    id text primary key not null,
    instance_id text not null references instance (id),
    date text not null,
    heure text,
    lieu text,
    convoquee_le text,
    ordre_du_jour text not null check (json_valid(ordre_du_jour)),
    presences text not null check (json_valid(presences)),
    decisions text not null check (json_valid(decisions)),
    supprime_le text,
    modifie_le text not null
  ) strict`,
  `create index reunion_instance on reunion (instance_id, date)`,
  `create table signataire (
    id text primary key not null,
    dispositif text not null,
    fonction text not null,
    organisme text not null,
    nom text not null,
    signee_le text not null,
    retiree_le text,
    supprime_le text,
    modifie_le text not null
  ) strict`,
  `create table point_nominatif (
    id text primary key not null,
    reunion_id text not null references reunion (id),
    personne_id text references personne (id) on delete cascade,
    designation text,
    naissance integer not null,
    origine text not null,
    besoin text not null,
    decision text not null,
    acteur text not null,
    pour_le text not null,
    faite_le text,
    fin_suivi text,
    modifie_le text not null,
    check ((personne_id is null) <> (designation is null))
  ) strict`,
  `create index point_nominatif_reunion on point_nominatif (reunion_id)`,
  `create index point_nominatif_personne on point_nominatif (personne_id) where personne_id is not null`,
  `create table export_nominatif (
    id text primary key not null,
    reunion_id text not null references reunion (id),
    le text not null,
    par text not null
  ) strict`,
  `create index export_nominatif_reunion on export_nominatif (reunion_id)`,
  `create trigger export_nominatif_modifie before update on export_nominatif begin select raise(abort, 'register'); end`,
  `create trigger export_nominatif_efface before delete on export_nominatif begin select raise(abort, 'register'); end`,
]

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const ordre of ordres) await sql.raw(ordre).execute(db)
}
