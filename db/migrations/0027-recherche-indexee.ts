import { type Kysely, sql } from 'kysely'

const textes = [
  { entendu: 0, texte: 'recherche' },
  { entendu: 1, texte: 'phonetique' },
] as const

/**
 * The words of a text, but numbers, which are looked for from their middle too. JSON quotes what a telephone typed with words
 * may hold.
 */
const motsDe = (texte: string): string =>
  `select value from json_each('[' || replace(json_quote(trim(coalesce(${texte}, ''))), ' ', '","') || ']')
    where value glob '*[^0-9]*'`

/** « Ali Ben Ali » bears two words: what ignores conflicts in a trigger does not when its statement says what to do of its own. */
const ajouterMots = textes
  .map(
    ({ entendu, texte }) => `insert into personne_mot (entendu, mot, personne_id)
    select distinct ${entendu}, value, new.id from (${motsDe(`new.${texte}`)})`,
  )
  .join('; ')

const oterMots = textes
  .map(
    ({ entendu, texte }) => `delete from personne_mot
    where entendu = ${entendu} and mot in (${motsDe(`old.${texte}`)}) and personne_id = old.id`,
  )
  .join('; ')

/** Counted again whole: the latest may have left. */
const recompter = (personnes: string): string => `delete from personne_recue where personne_id in (${personnes});
  insert into personne_recue (personne_id, dispositif, entretiens, dernier) ${comptes} and pr.personne_id in (${personnes})
    group by pr.personne_id, s.dispositif`

const comptes = `select pr.personne_id, s.dispositif, count(*), max(e.date)
  from presence pr join entretien e on e.id = pr.entretien_id join suivi s on s.id = e.suivi_id where e.supprime_le is null`

const presents = (ligne: string): string => `select personne_id from presence where entretien_id = ${ligne}.id`

const duSuivi = `select pr.personne_id from entretien e join presence pr on pr.entretien_id = e.id where e.suivi_id = new.id`

/**
 * What a search and a list read instead of everybody: each word of a name, as written and as heard; how many entretiens each
 * person had under each dispositif, and the last one. Both are written by triggers alone. The dates of entretiens and the
 * answers awaited get indexes that hold what is asked of them.
 */
const ordres = [
  `create table personne_mot (
    entendu integer not null check (entendu in (0, 1)),
    mot text not null,
    personne_id text not null,
    primary key (entendu, mot, personne_id)
  ) strict, without rowid`,
  `create trigger personne_mots_ecrits after insert on personne begin ${ajouterMots}; end`,
  `create trigger personne_mots_changes after update of recherche, phonetique on personne
    when old.recherche <> new.recherche or old.phonetique is not new.phonetique begin ${oterMots}; ${ajouterMots}; end`,
  `create trigger personne_mots_otes after delete on personne begin ${oterMots}; end`,
  ...textes.map(
    ({ entendu, texte }) => `insert into personne_mot (entendu, mot, personne_id)
    select distinct ${entendu}, mots.value, p.id from personne p, json_each('[' || replace(json_quote(trim(coalesce(p.${texte}, ''))), ' ', '","') || ']') mots
    where mots.value glob '*[^0-9]*' order by 2, 3`,
  ),

  `create table personne_recue (
    personne_id text not null,
    dispositif text not null,
    entretiens integer not null,
    dernier text not null,
    primary key (personne_id, dispositif)
  ) strict, without rowid`,
  `create index personne_recue_dernier on personne_recue (dispositif, dernier)`,
  `create trigger presence_recue after insert on presence begin ${recompter('new.personne_id')}; end`,
  `create trigger presence_recue_ailleurs after update of personne_id, entretien_id on presence
    when old.personne_id <> new.personne_id or old.entretien_id <> new.entretien_id
    begin ${recompter('old.personne_id, new.personne_id')}; end`,
  `create trigger presence_recue_otee after delete on presence begin ${recompter('old.personne_id')}; end`,
  `create trigger entretien_recue_change after update of date, supprime_le, suivi_id on entretien
    when old.date <> new.date or (old.supprime_le is null) <> (new.supprime_le is null) or old.suivi_id <> new.suivi_id
    begin ${recompter(presents('new'))}; end`,
  // An act undone writes rows in any order, and checks what they hang on at the end.
  `create trigger entretien_recue_revient after insert on entretien
    when exists (${presents('new')}) begin ${recompter(presents('new'))}; end`,
  `create trigger suivi_recue_revient after insert on suivi
    when exists (select 1 from entretien where suivi_id = new.id) begin ${recompter(duSuivi)}; end`,
  `insert into personne_recue (personne_id, dispositif, entretiens, dernier) ${comptes} group by pr.personne_id, s.dispositif`,

  `drop index entretien_date`,
  `create index entretien_date on entretien (date, heure, id, suivi_id) where supprime_le is null`,
  `drop index orientation_attente`,
  `create index orientation_attente on orientation (entretien_id) where statut = 'attente'`,
]

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const ordre of ordres) await sql.raw(ordre).execute(db)
}
