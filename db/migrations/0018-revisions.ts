import { type Kysely, sql } from 'kysely'

/**
 * What each row said before each act. What is written now is in its table alone: an addition keeps nothing, a change the
 * columns it changed, a removal the whole row. The triggers that write here are not of the migration (`declencheurs.ts`).
 */
const tables = [
  `create table geste (
    rang integer primary key not null,
    id text not null unique,
    le text not null,
    agent text,
    nom text not null,
    objet text,
    annule text
  ) strict`,
  `create index geste_le on geste (le)`,
  `create index geste_annule on geste (annule) where annule is not null`,
  `create table revision (
    rang integer primary key not null,
    geste_id text not null references geste (id),
    tableau text not null,
    cle text not null check (json_valid(cle)),
    genre text not null check (genre in ('ajout', 'changement', 'retrait', 'mise-de-cote')),
    avant text check (json_valid(avant)),
    apres text check (json_valid(apres)),
    dispositif text,
    suivi_id text,
    entretien_id text,
    personne_id text
  ) strict`,
  `create index revision_geste on revision (geste_id)`,
  `create index revision_ligne on revision (tableau, cle)`,
  `create index revision_personne on revision (personne_id) where personne_id is not null`,
  `create index revision_suivi on revision (suivi_id) where suivi_id is not null`,
  `create index revision_entretien on revision (entretien_id) where entretien_id is not null`,
  `create index revision_retiree on revision (genre) where genre in ('retrait', 'mise-de-cote')`,
]

const DU_SUIVI = '(select s.dispositif from suivi s where s.id = t.suivi_id)'

/** What was already set aside joins the bin, from the day of this migration: table, call, key, dispositif, suivi, entretien, person. */
const misesDeCote: readonly (readonly [string, string, string, string, string, string, string])[] = [
  ['entretien', 'entretiens.supprimer', 'id', DU_SUIVI, 't.suivi_id', 't.id', 'null'],
  ...['consentement', 'statut_penal', 'mesure', 'passage', 'demarche', 'contrat'].map(
    (table) => [table, 'parcours.retirer', 'id', DU_SUIVI, 't.suivi_id', 'null', 'null'] as const,
  ),
  ['comite', 'parcours.retirer', 'id', 't.dispositif', 'null', 'null', 'null'],
  ['accueil', 'tig.retirer', 'suivi_id', DU_SUIVI, 't.suivi_id', 'null', 't.personne_id'],
  ...['journee', 'incident'].map(
    (table) => [table, 'tig.retirer', 'id', DU_SUIVI, 't.suivi_id', 'null', 'null'] as const,
  ),
  ...['instance', 'signataire'].map(
    (table) => [table, 'instances.retirer', 'id', 't.dispositif', 'null', 'null', 'null'] as const,
  ),
  ['reunion', 'instances.retirer', 'id', `'coordination'`, 'null', 'null', 'null'],
  ...['strategie', 'fiche_action', 'indicateur'].map(
    (table) => [table, 'strategie.retirer', 'id', 'null', 'null', 'null', 'null'] as const,
  ),
  ['signalement', 'observatoire.retirerSignalement', 'id', 'null', 'null', 'null', 'null'],
  ['intervention', 'observatoire.retirerIntervention', 'id', 'null', 'null', 'null', 'null'],
]

const UN_ID = `lower(printf('%s-%s-4%s-8%s-%s', hex(randomblob(4)), hex(randomblob(2)), substr(hex(randomblob(2)), 2),
  substr(hex(randomblob(2)), 2), hex(randomblob(6))))`

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const table of tables) await sql.raw(table).execute(db)
  for (const [table, appel, cle, dispositif, suivi, entretien, personne] of misesDeCote) {
    await sql
      .raw(
        `create temp table reprise_0018 as select ${UN_ID} as geste, json_array(t.${cle}) as cle, t.${cle} as objet,
          json_object('supprime_le', t.supprime_le) as apres, ${dispositif} as dispositif, ${suivi} as suivi,
          ${entretien} as entretien, ${personne} as personne
        from ${table} t where t.supprime_le is not null`,
      )
      .execute(db)
    await sql
      .raw(
        `insert into geste (id, le, agent, nom, objet)
        select geste, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), null, '${appel}', objet from reprise_0018`,
      )
      .execute(db)
    await sql
      .raw(
        `insert into revision (geste_id, tableau, cle, genre, avant, apres, dispositif, suivi_id, entretien_id, personne_id)
        select geste, '${table}', cle, 'mise-de-cote', '{"supprime_le":null}', apres, dispositif, suivi, entretien, personne
        from reprise_0018`,
      )
      .execute(db)
    await sql.raw('drop table reprise_0018').execute(db)
  }
}
