import { type Kysely, sql } from 'kysely'

/** The observatoire de la tranquillité and the médiation: no table here has a column for a person. */
const ordres = [
  `create table secteur (
    id text primary key not null,
    nom text not null,
    actif integer not null check (actif in (0, 1)),
    modifie_le text not null
  ) strict`,
  `create table carreau (
    rang integer primary key not null check (rang between 0 and 95),
    secteur_id text not null references secteur (id)
  ) strict`,
  `create table signalement (
    id text primary key not null,
    secteur_id text not null references secteur (id),
    date text not null,
    moment text,
    trouble text not null,
    lieu text,
    fonction text not null,
    frequence text,
    note text not null check (length(note) <= 280),
    note_relue integer not null check (note_relue in (0, 1)),
    supprime_le text,
    cree_le text not null,
    modifie_le text not null
  ) strict`,
  `create index signalement_date on signalement (date, secteur_id, trouble) where supprime_le is null`,
  `create index signalement_secteur on signalement (secteur_id)`,
  `create table intervention (
    id text primary key not null,
    secteur_id text not null references secteur (id),
    date text not null,
    intervention text not null,
    signalement_id text references signalement (id),
    resultat text,
    mediateurs integer not null check (mediateurs between 1 and 99),
    supprime_le text,
    cree_le text not null,
    modifie_le text not null
  ) strict`,
  `create index intervention_date on intervention (date, secteur_id) where supprime_le is null`,
  `create index intervention_signalement on intervention (signalement_id) where supprime_le is null`,
  `create index intervention_secteur on intervention (secteur_id)`,
  `create table retour (
    secteur_id text not null references secteur (id),
    annee integer not null,
    texte text not null,
    texte_relu integer not null check (texte_relu in (0, 1)),
    modifie_le text not null,
    primary key (secteur_id, annee)
  ) strict, without rowid`,
]

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const ordre of ordres) await sql.raw(ordre).execute(db)
}
