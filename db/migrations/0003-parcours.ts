import { type Kysely, sql } from 'kysely'

/** Judicial data lives in these tables and nowhere else, each row under its suivi: no list, search or filter reads them. */
const tables = [
  `create table etablissement_local (
    code text primary key not null,
    nom text not null,
    type text not null,
    departement text not null,
    masque integer not null check (masque in (0, 1))
  ) strict`,
  `create table necessite (
    dispositif text primary key not null,
    declaree_le text not null,
    par text not null
  ) strict`,
  `create table reperage (
    suivi_id text primary key not null references suivi (id),
    personne_id text not null references personne (id),
    date text not null
  ) strict`,
  `create index reperage_personne on reperage (personne_id)`,
  `create table parcours_repere (
    suivi_id text not null references suivi (id),
    repere text not null,
    date text,
    modifie_le text not null,
    primary key (suivi_id, repere)
  ) strict, without rowid`,
  `create table consentement (
    id text primary key not null,
    suivi_id text not null references suivi (id),
    objet text not null,
    reponse text not null,
    date text not null,
    par text not null,
    aupres_de text not null,
    supprime_le text,
    modifie_le text not null
  ) strict`,
  `create index consentement_suivi on consentement (suivi_id)`,
  `create table statut_penal (
    id text primary key not null,
    suivi_id text not null references suivi (id),
    statut text not null,
    du text,
    supprime_le text,
    modifie_le text not null
  ) strict`,
  `create index statut_penal_suivi on statut_penal (suivi_id)`,
  `create table mesure (
    id text primary key not null,
    suivi_id text not null references suivi (id),
    mesure text not null,
    du text,
    fin_prevue text,
    au text,
    supprime_le text,
    modifie_le text not null
  ) strict`,
  `create index mesure_suivi on mesure (suivi_id)`,
  `create table passage (
    id text primary key not null,
    suivi_id text not null references suivi (id),
    etablissement text not null,
    quartier text,
    entree text,
    sortie text,
    mode text,
    supprime_le text,
    modifie_le text not null
  ) strict`,
  `create index passage_suivi on passage (suivi_id)`,
  `create table situation (
    suivi_id text not null references suivi (id),
    moment text not null,
    date text not null,
    jointe integer not null check (jointe in (0, 1)),
    reponses text not null check (json_valid(reponses)),
    validee_le text,
    modifie_le text not null,
    primary key (suivi_id, moment)
  ) strict, without rowid`,
  `create table situation_correction (
    id text primary key not null,
    suivi_id text not null,
    moment text not null,
    motif text not null,
    date_avant text not null,
    reponses_avant text not null check (json_valid(reponses_avant)),
    corrigee_le text not null,
    foreign key (suivi_id, moment) references situation (suivi_id, moment) on update cascade
  ) strict`,
  `create index situation_correction_situation on situation_correction (suivi_id, moment)`,
  `create table demarche (
    id text primary key not null,
    suivi_id text not null references suivi (id),
    domaine text not null,
    demarche text not null,
    partenaire_id text references partenaire (id),
    ouverte_le text not null,
    echeance text,
    precision text,
    supprime_le text,
    modifie_le text not null
  ) strict`,
  `create index demarche_suivi on demarche (suivi_id)`,
  `create index demarche_partenaire on demarche (partenaire_id) where partenaire_id is not null`,
  `create table demarche_statut (
    id text primary key not null,
    demarche_id text not null references demarche (id),
    statut text not null,
    date text not null,
    supprime_le text,
    note_le text not null
  ) strict`,
  `create index demarche_statut_demarche on demarche_statut (demarche_id)`,
  `create table comite (
    id text primary key not null,
    dispositif text not null,
    date text not null,
    forme text not null,
    participants text not null check (json_valid(participants)),
    supprime_le text,
    modifie_le text not null
  ) strict`,
  `create index comite_date on comite (dispositif, date)`,
  `create table comite_decision (
    id text primary key not null,
    comite_id text not null references comite (id),
    suivi_id text not null references suivi (id),
    decision text not null,
    acteur text not null,
    pour_le text,
    faite_le text,
    supprime_le text,
    modifie_le text not null
  ) strict`,
  `create index comite_decision_comite on comite_decision (comite_id)`,
  `create index comite_decision_suivi on comite_decision (suivi_id)`,
  `create table rattachement (
    suivi_id text primary key not null references suivi (id),
    referent_id text references partenaire (id),
    relais_id text references partenaire (id),
    relais_le text,
    modifie_le text not null
  ) strict`,
  `create table contrat (
    id text primary key not null,
    suivi_id text not null references suivi (id),
    type text not null,
    du text not null,
    au text,
    supprime_le text,
    modifie_le text not null
  ) strict`,
  `create index contrat_suivi on contrat (suivi_id)`,
]

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const table of tables) await sql.raw(table).execute(db)
}
