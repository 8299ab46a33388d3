import { type Kysely, sql } from 'kysely'

const tables = [
  `create table edition (
    id text primary key not null,
    dispositif text not null,
    du text not null,
    au text not null,
    seuil integer not null,
    mode text not null,
    catalogue text not null,
    creee_le text not null,
    empreinte text not null,
    document text not null check (json_valid(document)),
    certificat text not null check (json_valid(certificat)),
    remplace_id text references edition (id),
    motif text
  ) strict`,
  `create index edition_periode on edition (dispositif, du, au)`,
  `create table edition_fichier (
    edition_id text not null references edition (id),
    nom text not null,
    contenu blob not null,
    sha256 text not null,
    primary key (edition_id, nom)
  ) strict`,
  `create table publication (
    id text primary key not null,
    edition_id text not null references edition (id),
    du text not null,
    au text not null,
    unite text not null,
    recensement text not null check (json_valid(recensement)),
    cellules text not null check (json_valid(cellules)),
    check (du <= au)
  ) strict`,
  `create unique index publication_periode on publication (edition_id, du, au, unite)`,
]

/** What was published stays published: nothing in these tables is ever changed, removed, or replaced by a row of the same key. */
const cles = {
  edition: 'id = new.id',
  edition_fichier: 'edition_id = new.edition_id and nom = new.nom',
  publication: 'id = new.id or (edition_id = new.edition_id and du = new.du and au = new.au and unite = new.unite)',
}

const refus = `begin select raise(abort, 'registre: append-only'); end`

const declencheurs = Object.entries(cles).flatMap(([table, meme]) => [
  `create trigger ${table}_sans_modification before update on ${table} ${refus}`,
  `create trigger ${table}_sans_suppression before delete on ${table} ${refus}`,
  // « insert or replace » deletes without a word to the trigger above.
  `create trigger ${table}_sans_remplacement before insert on ${table}
    when exists (select 1 from ${table} where ${meme}) ${refus}`,
])

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const ordre of [...tables, ...declencheurs]) await sql.raw(ordre).execute(db)
}
