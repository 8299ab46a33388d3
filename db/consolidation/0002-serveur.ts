import { type Kysely, sql } from 'kysely'

/** Tables whose rows are never changed nor removed, by anybody. */
const ajoutSeul = ['lot', 'lot_ecarte', 'lot_case', 'lot_cellule', 'lot_chiffre', 'lot_section', 'lot_publication']

/** What PostgreSQL needs to be the base that SQLite is: texts in the order of their bytes; and to be shared: triggers. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  const { rows } = await sql<{ table_name: string; column_name: string }>`
    select table_name, column_name from information_schema.columns
    where table_schema = current_schema() and data_type = 'text' and table_name not like 'kysely%'
  `.execute(db)
  for (const { table_name, column_name } of rows)
    await sql`
      alter table ${sql.id(table_name)} alter column ${sql.id(column_name)} type text collate "C"
    `.execute(db)

  await sql`
    create function jalon_ajout_seul() returns trigger language plpgsql as $$
    begin
      raise exception 'append only' using errcode = 'insufficient_privilege';
    end $$
  `.execute(db)
  for (const table of ajoutSeul)
    await sql`
      create trigger ajout_seul before update or delete or truncate on ${sql.id(table)}
      for each statement execute function jalon_ajout_seul()
    `.execute(db)

  // The key of a post, once registered, stays; so does the post.
  await sql`
    create function jalon_poste_inscrit() returns trigger language plpgsql as $$
    begin
      if old.coffre is not null
        and (tg_op = 'DELETE' or (new.id, new.coffre, new.cle) is distinct from (old.id, old.coffre, old.cle)) then
        raise exception 'registered' using errcode = 'insufficient_privilege';
      end if;
      return case when tg_op = 'DELETE' then old else new end;
    end $$
  `.execute(db)
  await sql`
    create trigger poste_inscrit before update or delete on poste_suivi
    for each row execute function jalon_poste_inscrit()
  `.execute(db)
}
