import { type Kysely, sql } from 'kysely'

/** The strategy of the coordinator. Nothing in these tables is about a person. */
const ordres = [
  `create table strategie (
    id text primary key not null,
    titre text not null,
    territoire text not null,
    du integer not null,
    au integer not null,
    exemple text,
    supprime_le text,
    modifie_le text not null,
    check (du <= au)
  ) strict`,
  `create unique index strategie_exemple on strategie (exemple) where exemple is not null and supprime_le is null`,
  `create table strategie_territoire (
    id text primary key not null,
    strategie_id text not null references strategie (id),
    nom text not null,
    rang integer not null,
    supprime_le text
  ) strict`,
  `create index strategie_territoire_strategie on strategie_territoire (strategie_id)`,
  `create table strategie_axe (
    id text primary key not null,
    strategie_id text not null references strategie (id),
    numero text not null,
    titre text not null,
    rang integer not null,
    supprime_le text
  ) strict`,
  `create index strategie_axe_strategie on strategie_axe (strategie_id)`,
  `create table fiche_action (
    id text primary key not null,
    axe_id text not null references strategie_axe (id),
    territoire_id text references strategie_territoire (id),
    modele_id text references fiche_action (id),
    numero text not null,
    titre text not null,
    contenu text not null check (json_valid(contenu)),
    rang integer not null,
    supprime_le text,
    modifie_le text not null
  ) strict`,
  `create index fiche_action_axe on fiche_action (axe_id)`,
  `create index fiche_action_territoire on fiche_action (territoire_id) where territoire_id is not null`,
  `create index fiche_action_modele on fiche_action (modele_id) where modele_id is not null`,
  `create table fiche_annee (
    fiche_id text not null references fiche_action (id),
    annee integer not null,
    statut text not null,
    avancement text not null,
    difficultes text not null,
    suites text not null,
    modifie_le text not null,
    primary key (fiche_id, annee)
  ) strict, without rowid`,
  `create table indicateur (
    id text primary key not null,
    fiche_id text not null references fiche_action (id),
    libelle text not null,
    type text not null,
    unite text not null,
    periodicite text not null,
    sens text not null,
    liaison text,
    rang integer not null,
    supprime_le text,
    modifie_le text not null
  ) strict`,
  `create index indicateur_fiche on indicateur (fiche_id)`,
  `create table indicateur_valeur (
    indicateur_id text not null references indicateur (id),
    periode text not null,
    genre text not null,
    valeur text not null check (json_valid(valeur)),
    note_le text not null,
    primary key (indicateur_id, periode, genre)
  ) strict, without rowid`,
  `create table budget_ligne (
    id text primary key not null,
    fiche_id text not null references fiche_action (id),
    annee integer not null,
    rubrique text not null,
    libelle text not null,
    financeur text not null,
    prevu integer,
    realise integer,
    modifie_le text not null
  ) strict`,
  `create index budget_ligne_fiche on budget_ligne (fiche_id, annee)`,
]

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const ordre of ordres) await sql.raw(ordre).execute(db)
}
