import { type Kysely, sql } from 'kysely'

const motsDeLaNote = `insert into note_mots (rowid, note) select rang, new.note from note_rang where entretien_id = new.id`
const sansLaNote = [
  `insert into note_mots (note_mots, rowid, note) select 'delete', rang, old.note from note_rang where entretien_id = old.id`,
  `delete from note_rang where entretien_id = old.id`,
].join('; ')

/**
 * The words of a note that is changed or removed leave the index at once, with the text that tells where they are. Deleted by
 * rank alone, they stayed in its pages, only marked as gone.
 */
const ordres = [
  ...['ecrite', 'changee', 'otee'].map((quand) => `drop trigger entretien_note_${quand}`),
  `drop table note_mots`,
  `create virtual table note_mots using fts5 (
    note, content = '', detail = column, tokenize = 'unicode61 remove_diacritics 2'
  )`,
  `insert into note_mots (note_mots, rank) values ('secure-delete', 1)`,
  `create trigger entretien_note_ecrite after insert on entretien when new.note <> '' begin
    insert into note_rang (entretien_id) values (new.id); ${motsDeLaNote}; end`,
  `create trigger entretien_note_changee after update of note on entretien when new.note <> old.note begin
    ${sansLaNote};
    insert into note_rang (entretien_id) select new.id where new.note <> '';
    ${motsDeLaNote}; end`,
  `create trigger entretien_note_otee after delete on entretien begin ${sansLaNote}; end`,
  `insert into note_mots (rowid, note) select r.rang, e.note from note_rang r join entretien e on e.id = r.entretien_id`,
]

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const ordre of ordres) await sql.raw(ordre).execute(db)
}
