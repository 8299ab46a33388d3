import { type Kysely, sql } from 'kysely'

/**
 * The journal is a chain: lines are added at its end, and leave only from its beginning, once `journal_ancre` has taken the
 * fingerprint of the last one that goes.
 */
const ordres = [
  `create table journal (
    rang integer primary key not null,
    le text not null,
    agent text,
    geste text not null,
    objet text,
    empreinte text not null
  ) strict`,
  `create table journal_ancre (
    seule integer primary key not null check (seule = 1),
    rang integer not null,
    empreinte text not null
  ) strict`,
  `insert into journal_ancre (seule, rang, empreinte) values (1, 0, '${'0'.repeat(64)}')`,
  `create trigger journal_sans_modification before update on journal
    begin select raise(abort, 'journal: append-only'); end`,
  `create trigger journal_au_bout before insert on journal
    when new.rang != 1 + coalesce((select max(rang) from journal), (select rang from journal_ancre))
    begin select raise(abort, 'journal: append-only'); end`,
  `create trigger journal_sans_suppression before delete on journal
    when old.rang > (select rang from journal_ancre)
    begin select raise(abort, 'journal: append-only'); end`,
  `create trigger journal_ancre_avance before update on journal_ancre
    when new.rang < old.rang
      or new.empreinte is not (select empreinte from journal where rang = new.rang)
    begin select raise(abort, 'journal: append-only'); end`,
  `create trigger journal_ancre_reste before delete on journal_ancre
    begin select raise(abort, 'journal: append-only'); end`,
]

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const ordre of ordres) await sql.raw(ordre).execute(db)
}
