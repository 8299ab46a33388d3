import { type Kysely, sql } from 'kysely'

const tables = [
  `create table foyer (id text primary key not null) strict`,
  `create table personne (
    id text primary key not null,
    anonyme integer not null check (anonyme in (0, 1)),
    nom text not null,
    prenom text not null,
    naissance text,
    telephone text,
    commune text,
    reponses text not null check (json_valid(reponses)),
    cle_identite text not null,
    cle_doublon text not null,
    recherche text not null,
    foyer_id text references foyer (id),
    lien_foyer text,
    cree_le text not null,
    modifie_le text not null
  ) strict`,
  `create index personne_cle_identite on personne (cle_identite) where anonyme = 0`,
  `create index personne_cle_doublon on personne (cle_doublon) where anonyme = 0`,
  `create index personne_foyer on personne (foyer_id) where foyer_id is not null`,
  `create table suivi (
    id text primary key not null,
    dispositif text not null,
    numero integer not null,
    saisine_date text,
    ouvert_le text not null,
    clos_le text,
    motif_cloture text,
    reponses text not null check (json_valid(reponses)),
    unique (dispositif, numero)
  ) strict`,
  `create table participation (
    suivi_id text not null references suivi (id),
    personne_id text not null references personne (id),
    role text not null,
    reponses text not null check (json_valid(reponses)),
    primary key (suivi_id, personne_id)
  ) strict, without rowid`,
  `create index participation_personne on participation (personne_id)`,
  `create table entretien (
    id text primary key not null,
    suivi_id text not null references suivi (id),
    date text not null,
    heure text,
    duree_minutes integer,
    note text not null,
    reponses text not null check (json_valid(reponses)),
    empreinte text unique,
    supprime_le text,
    cree_le text not null,
    modifie_le text not null
  ) strict`,
  `create index entretien_date on entretien (date) where supprime_le is null`,
  `create index entretien_suivi on entretien (suivi_id, date)`,
  `create index entretien_cree_le on entretien (cree_le)`,
  `create table presence (
    entretien_id text not null references entretien (id),
    personne_id text not null references personne (id),
    commune text,
    rang integer not null default 0,
    primary key (entretien_id, personne_id)
  ) strict, without rowid`,
  `create index presence_personne on presence (personne_id)`,
  `create table partenaire (
    id text primary key not null,
    nom text not null,
    genre text not null,
    interlocuteur text,
    telephone text,
    courriel text,
    adresse text,
    commune text,
    note text,
    actif integer not null check (actif in (0, 1))
  ) strict`,
  `create table orientation (
    id text primary key not null,
    entretien_id text not null references entretien (id),
    destination text not null,
    partenaire_id text references partenaire (id),
    statut text not null,
    repondu_le text
  ) strict`,
  `create index orientation_entretien on orientation (entretien_id)`,
  `create index orientation_attente on orientation (statut) where statut = 'attente'`,
  `create index orientation_partenaire on orientation (partenaire_id) where partenaire_id is not null`,
  `create table echeance (
    id text primary key not null,
    suivi_id text not null references suivi (id),
    entretien_id text references entretien (id),
    date text not null,
    libelle text not null,
    faite_le text
  ) strict`,
  `create index echeance_date on echeance (date) where faite_le is null`,
  `create index echeance_suivi on echeance (suivi_id)`,
  `create index echeance_entretien on echeance (entretien_id)`,
  `create table brouillon (
    id text primary key not null,
    titre text not null,
    contenu text not null,
    modifie_le text not null
  ) strict`,
  `create table poste (
    id text primary key not null,
    nom text not null,
    etp real not null,
    financement_annuel real not null,
    financeur text not null,
    du text not null,
    au text
  ) strict`,
  `create table bilan_texte (
    dispositif text not null,
    annee integer not null,
    section text not null,
    texte text not null,
    primary key (dispositif, annee, section)
  ) strict, without rowid`,
  `create table modalite_locale (
    liste text not null,
    code text not null,
    libelle text not null,
    masquee integer not null check (masquee in (0, 1)),
    ordre integer,
    groupe text,
    primary key (liste, code)
  ) strict, without rowid`,
  `create table champ_local (champ text primary key not null, actif integer not null check (actif in (0, 1))) strict`,
  `create table reglage (cle text primary key not null, valeur text not null check (json_valid(valeur))) strict`,
]

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const table of tables) await sql.raw(table).execute(db)
}
