import { sql } from 'kysely'
import { type Regle, regles } from './cloison-regles.ts'
import type { Db } from './connection.ts'
import { type Table, tablesSuivies } from './suivies.ts'

/**
 * Sets the triggers that keep each row of a followed table as an act found it. They are made of the columns that the tables
 * have now, and written only when they differ: a table that gains a column is followed whole at the next opening.
 */
export const poserDeclencheurs = async (db: Db): Promise<void> => {
  const colonnes = await lireColonnes(db)
  if (!colonnes.has('revision')) return
  const voulus = new Map(
    tablesSuivies.flatMap((table) => {
      const siennes = colonnes.get(table)
      return siennes === undefined ? [] : declencheursDe({ table, colonnes: siennes }, colonnes)
    }),
  )
  const poses = await lireDeclencheurs(db)
  const changes = [...voulus].filter(([nom, ordre]) => poses.get(nom) !== ordre)
  const aOter = [...poses.keys()].filter((nom) => voulus.get(nom) !== poses.get(nom))
  if (changes.length + aOter.length === 0) return
  await db.transaction().execute(async (trx) => {
    for (const nom of aOter) await sql`drop trigger ${sql.table(nom)}`.execute(trx)
    for (const [, ordre] of changes) await sql.raw(ordre).execute(trx)
  })
}

/** Takes them away: a migration may rewrite tables without its being anybody's act. */
export const oterDeclencheurs = async (db: Db): Promise<void> => {
  for (const nom of (await lireDeclencheurs(db)).keys()) await sql`drop trigger ${sql.table(nom)}`.execute(db)
}

/** `cle` is the place of the column in the primary key, from 1; 0 outside of it. */
export type Colonne = { readonly nom: string; readonly type: string; readonly cle: number }
export type Tables = ReadonlyMap<string, readonly Colonne[]>
type Suivie = { readonly table: Table; readonly colonnes: readonly Colonne[] }

/** Columns of every table, as they are in the file. */
export const lireColonnes = async (db: Db): Promise<Tables> => {
  const { rows } = await sql<
    Colonne & { readonly tableau: string }
  >`select t.name as tableau, c.name as nom, c.type, c.pk as cle
    from main.sqlite_schema t join pragma_table_info(t.name, 'main') c where t.type = 'table'`.execute(db)
  return Map.groupBy(rows, (c) => c.tableau)
}

export const clesDe = (colonnes: readonly Colonne[]): readonly string[] =>
  colonnes
    .filter((c) => c.cle > 0)
    .toSorted((a, b) => a.cle - b.cle)
    .map((c) => c.nom)

const PREFIXE = 'revision_'

const lireDeclencheurs = async (db: Db): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await sql<{ readonly name: string; readonly sql: string }>`select name, sql from main.sqlite_schema
    where type = 'trigger' and substr(name, 1, ${PREFIXE.length}) = ${PREFIXE}`.execute(db)
  return new Map(rows.map((r) => [r.name, r.sql]))
}

type Cote = 'new' | 'old'

const declencheursDe = (suivie: Suivie, toutes: Tables): readonly (readonly [nom: string, ordre: string])[] => {
  const { colonnes } = suivie
  const suivies = colonnes.filter((c) => c.nom !== 'modifie_le')
  const changees = (cote: Cote): string =>
    `(select json_group_object(k, v) from (${suivies
      .map((c) => `select '${c.nom}' as k, ${valeur(cote, c)} as v where ${differe(c)}`)
      .join(' union all ')}))`
  const entiere = `json_object(${colonnes.map((c) => `'${c.nom}', ${valeur('old', c)}`).join(', ')})`
  const genre = suivies.some((c) => c.nom === 'supprime_le')
    ? `iif(old.supprime_le is null and new.supprime_le is not null, 'mise-de-cote', 'changement')`
    : `'changement'`
  const change = suivies.map(differe).join(' or ')
  return [
    ordreDe(suivie, toutes, 'insert', ['new', `'ajout'`, 'null', 'null']),
    ordreDe(suivie, toutes, 'update', ['new', genre, changees('old'), changees('new')], ` and (${change})`),
    ordreDe(suivie, toutes, 'delete', ['old', `'retrait'`, entiere, 'null']),
  ]
}

const differe = ({ nom }: Colonne): string => `old.${nom} is not new.${nom}`

type Ecrit = readonly [cote: Cote, genre: string, avant: string, apres: string]

/** Written as SQLite keeps it, so that it is found the same. */
const ordreDe = (
  suivie: Suivie,
  toutes: Tables,
  acte: 'insert' | 'update' | 'delete',
  [cote, ...ecrit]: Ecrit,
  si = '',
): readonly [string, string] => {
  const { table, colonnes } = suivie
  const nom = `${PREFIXE}${table}_${acte}`
  const cle = `json_array(${clesDe(colonnes)
    .map((c) => `${cote}.${c}`)
    .join(', ')})`
  return [
    nom,
    `CREATE TRIGGER ${nom} after ${acte} on ${table}
  when dans_le_geste('id') is not null${si} begin
  ${noterGeste};
  insert into revision (geste_id, tableau, cle, genre, avant, apres, dispositif, suivi_id, entretien_id, personne_id)
  values (dans_le_geste('id'), '${table}', ${cle}, ${ecrit.join(', ')}, ${proprietaires(suivie, cote, toutes)});
end`,
  ]
}

/** The act itself is noted by the first row it changes. */
const noterGeste = `insert into geste (id, le, agent, nom, objet, annule)
  select ${['id', 'le', 'agent', 'nom', 'objet', 'annule'].map((champ) => `dans_le_geste('${champ}')`).join(', ')}
  where not exists (select 1 from geste where id = dans_le_geste('id'))`

/** JSON holds no bytes: they go as hexadecimal. */
const valeur = (cote: Cote, { nom, type }: Colonne): string =>
  type === 'BLOB' ? `hex(${cote}.${nom})` : `${cote}.${nom}`

/** Whose a row is: the dispositif by which it is seen, and the suivi, entretien and person it is about. */
const proprietaires = ({ table, colonnes }: Suivie, cote: Cote, toutes: Tables): string => {
  const a = (nom: string): boolean => colonnes.some((c) => c.nom === nom)
  const sienne = (nom: string, soi: Table): string | undefined =>
    a(nom) ? `${cote}.${nom}` : table === soi ? `${cote}.id` : undefined
  const regle: Regle = regles[table]
  const personne =
    sienne('personne_id', 'personne') ??
    (typeof regle === 'object' && regle[1] === 'personne' ? `${cote}.${regle[0]}` : 'null')
  return [
    parLeLien('dispositif', table, cote, toutes),
    sienne('suivi_id', 'suivi') ?? parLeLien('suivi_id', table, cote, toutes),
    sienne('entretien_id', 'entretien') ?? 'null',
    personne,
  ].join(', ')
}

/** A column of the row, or of what it hangs on. */
const parLeLien = (colonne: string, table: Table, ligne: string, toutes: Tables): string => {
  if (toutes.get(table)?.some((c) => c.nom === colonne) === true && table !== 'personne') return `${ligne}.${colonne}`
  const regle: Regle = regles[table]
  if (typeof regle === 'string' || regle[1] === 'personne') return 'null'
  const [lien, haut] = regle
  const sienne = parLeLien(colonne, haut, haut, toutes)
  return sienne === 'null' ? 'null' : `(select ${sienne} from ${haut} where ${haut}.id = ${ligne}.${lien})`
}
