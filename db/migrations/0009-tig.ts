import { type Kysely, sql } from 'kysely'

/** Hosts of TIG: posts, persons received, presence sheets, incidents. No column for what a host is not told. */
const tables = [
  `create table poste_travail (
    id text primary key not null,
    dispositif text not null,
    intitule text not null,
    service text not null,
    lieu text not null,
    missions text not null,
    places integer not null check (places > 0),
    forme text not null,
    horaires text not null,
    contraintes text not null check (json_valid(contraintes)),
    ouvert_aux_mineurs integer not null check (ouvert_aux_mineurs in (0, 1)),
    responsable text not null,
    inscrit_le text not null,
    modifie_le text not null
  ) strict`,
  `create table poste_travail_statut (
    poste_id text not null references poste_travail (id),
    du text not null,
    statut text not null,
    primary key (poste_id, du)
  ) strict, without rowid`,
  `create table accueil (
    suivi_id text primary key not null references suivi (id),
    personne_id text not null references personne (id),
    mesure text not null,
    service text not null,
    referent text,
    heures integer not null check (heures > 0),
    decide_le text,
    echeance text,
    debut_le text,
    poste_id text references poste_travail (id),
    encadrant text,
    heures_emploi integer,
    examen_requis integer not null check (examen_requis in (0, 1)),
    examen_vu integer not null check (examen_vu in (0, 1)),
    attestation_le text,
    minutes_reprises integer not null check (minutes_reprises >= 0),
    supprime_le text,
    cree_le text not null,
    modifie_le text not null
  ) strict`,
  `create index accueil_personne on accueil (personne_id)`,
  `create index accueil_poste on accueil (poste_id) where poste_id is not null`,
  `create table journee (
    id text primary key not null,
    suivi_id text not null references accueil (suivi_id),
    date text not null,
    debut integer not null,
    fin integer not null,
    pause integer not null,
    repas integer not null,
    trajet integer not null,
    supprime_le text,
    cree_le text not null,
    modifie_le text not null,
    check (debut >= 0 and fin <= 1440 and fin - debut - pause - repas - trajet > 0)
  ) strict`,
  `create index journee_suivi on journee (suivi_id, date)`,
  `create table journee_correction (
    id text primary key not null,
    journee_id text not null references journee (id),
    date text not null,
    debut integer not null,
    fin integer not null,
    pause integer not null,
    repas integer not null,
    trajet integer not null,
    corrigee_le text not null
  ) strict`,
  `create index journee_correction_journee on journee_correction (journee_id)`,
  `create table incident (
    id text primary key not null,
    suivi_id text not null references accueil (suivi_id),
    date text not null,
    genre text not null,
    signale_le text,
    supprime_le text,
    modifie_le text not null
  ) strict`,
  `create index incident_suivi on incident (suivi_id)`,
]

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const table of tables) await sql.raw(table).execute(db)
}
