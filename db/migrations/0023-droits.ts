import { type Kysely, sql } from 'kysely'

/** Requests of the persons about their data, the persons set aside on their request, and the notes of one author alone. */
const ordres = [
  `create table demande_droit (
    id text primary key not null,
    personne_id text references personne (id),
    genre text not null,
    recue_le text not null,
    prolongee integer not null,
    repondue_le text,
    reponse text,
    modifie_le text not null
  ) strict`,
  `create index demande_droit_personne on demande_droit (personne_id) where personne_id is not null`,
  `create table restriction (
    id text primary key not null,
    personne_id text not null references personne (id),
    genre text not null,
    depuis text not null,
    levee_le text,
    modifie_le text not null
  ) strict`,
  `create unique index restriction_en_cours on restriction (personne_id) where levee_le is null`,
  `create table note_privee (
    id text primary key not null,
    suivi_id text not null references suivi (id),
    entretien_id text references entretien (id),
    agent text,
    texte text not null,
    modifie_le text not null
  ) strict`,
  `create unique index note_privee_une on note_privee (suivi_id, coalesce(entretien_id, ''), coalesce(agent, ''))`,
  `create index note_privee_entretien on note_privee (entretien_id) where entretien_id is not null`,
]

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const ordre of ordres) await sql.raw(ordre).execute(db)
}
