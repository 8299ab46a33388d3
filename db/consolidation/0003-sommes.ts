import { type Kysely, sql } from 'kysely'

/**
 * What each coordinator published of a shared base, so that the others' next report is proved beside it. On a server alone:
 * in a coffre its own ledger holds that.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    create table somme_publiee (
      id text collate "C" primary key,
      rang bigint generated always as identity unique,
      edition_id text collate "C" not null,
      dispositif text collate "C" not null,
      du text collate "C" not null,
      au text collate "C" not null,
      unite text collate "C" not null,
      contenu text collate "C" not null
    )
  `.execute(db)
  await sql`create index somme_publiee_jours on somme_publiee (dispositif, du, au)`.execute(db)
  await sql`
    create trigger ajout_seul before update or delete or truncate on somme_publiee
    for each statement execute function jalon_ajout_seul()
  `.execute(db)
}
