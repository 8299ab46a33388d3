import { type Kysely, sql } from 'kysely'

const motsDeLaNote = `insert into note_mots (rowid, note) select rang, new.note from note_rang where entretien_id = new.id`
const sansLaNote = [
  `delete from note_mots where rowid = (select rang from note_rang where entretien_id = old.id)`,
  `delete from note_rang where entretien_id = old.id`,
].join('; ')

/**
 * What a person's name sounds like is null until the application has computed it. The words of the notes are indexed under
 * ranks of their own: those of `entretien` change when the base is copied.
 */
const ordres = [
  `alter table personne add column phonetique text`,
  `alter table personne add column cle_phonetique text`,
  `create index personne_cle_phonetique on personne (cle_phonetique)`,
  `create index personne_naissance on personne (naissance) where naissance is not null`,
  `create index personne_a_entendre on personne (id) where phonetique is null`,
  `create table fusion (
    id text primary key not null,
    gardee_id text not null,
    absorbee_id text not null,
    le text not null,
    changements text not null check (json_valid(changements))
  ) strict`,
  `create index fusion_gardee on fusion (gardee_id)`,
  `create table distinction (
    personne_a text not null references personne (id),
    personne_b text not null references personne (id),
    le text not null,
    primary key (personne_a, personne_b),
    check (personne_a < personne_b)
  ) strict, without rowid`,
  `create index distinction_b on distinction (personne_b)`,
  `create table note_rang (
    rang integer primary key not null,
    entretien_id text not null unique
  ) strict`,
  `create virtual table note_mots using fts5 (
    note, content = '', contentless_delete = 1, detail = column, tokenize = 'unicode61 remove_diacritics 2'
  )`,
  `create trigger entretien_note_ecrite after insert on entretien when new.note <> '' begin
    insert into note_rang (entretien_id) values (new.id); ${motsDeLaNote}; end`,
  `create trigger entretien_note_changee after update of note on entretien when new.note <> old.note begin
    ${sansLaNote};
    insert into note_rang (entretien_id) select new.id where new.note <> '';
    ${motsDeLaNote}; end`,
  `create trigger entretien_note_otee after delete on entretien begin ${sansLaNote}; end`,
  `insert into note_rang (entretien_id) select id from entretien where note <> '' order by cree_le, id`,
  `insert into note_mots (rowid, note) select r.rang, e.note from note_rang r join entretien e on e.id = r.entretien_id`,
]

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const ordre of ordres) await sql.raw(ordre).execute(db)
}
