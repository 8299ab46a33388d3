import { type KyselyPlugin, type OperationNode, type RootOperationNode, sql, TableNode } from 'kysely'
import { type Agent, suivisVisibles, titulaire } from '#shared/domaine/acces/agent.ts'
import { roles } from '#shared/domaine/acces/roles.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { type Regle, regles } from './cloison-regles.ts'
import type { Db } from './connection.ts'
import type { Table } from './suivies.ts'

/**
 * Hides from this connection, for as long as it lasts, all that is not the business of this user: each table is covered by a
 * temporary view of the rows he may see, under the same name, and temporary triggers keep him from writing the others.
 * A query written without thinking of it, raw or not, sees what he may see: there is nothing to forget. From the titulaire,
 * only the private notes of the others are hidden, and persons set aside on their request while there are any. A person is
 * seen by whoever reads one of her suivis, and while she has none.
 */
export const cloisonner = async (db: Db, agent: Agent): Promise<Db> => {
  if (agent.role === 'titulaire') {
    await couvrir(db, agent, (regle) => regle === 'auteur')
    await mettreALEcart(db)
  } else await couvrir(db, agent, () => true)
  return db.withPlugin(versLaTable)
}

/** Hides from the titulaire's connection, from now on, whoever is set aside; from another's, they are hidden from the start. */
export const mettreALEcart = async (db: Db): Promise<void> => {
  if (await estCouverte(db, 'personne')) return
  const { rows } = await sql`select 1 from main.restriction where levee_le is null limit 1`.execute(db)
  if (rows.length > 0) await couvrir(db, titulaire, (regle, table) => regle !== 'auteur' && peutEtreALEcart(table))
}

/** Does something on rows that nobody sees any more (a purge, an answer to the person herself), for the titulaire alone. */
export const sansRestriction = async <T>(trx: Db, travail: () => Promise<T>): Promise<T> => {
  if (await estCouverte(trx, 'reglage')) throw new ErreurMetier('droit-absent')
  const { rows } = await sql<{ type: string; name: string; sql: string }>`
    select type, name, sql from temp.sqlite_temp_schema where type in ('view', 'trigger') order by type desc`.execute(
    trx,
  )
  for (const { type, name } of rows.toReversed()) await sql.raw(`drop ${type} temp."${name}"`).execute(trx)
  const fait = await travail()
  for (const { sql: ordre } of rows) await sql.raw(ordre.replace(/^create (?!temp)/iu, 'create temp ')).execute(trx)
  return fait
}

/** Does something on every row of a table, seen or not: what nobody sees must still follow what it hangs on. */
export const pourTous = async (trx: Db, table: Table, travail: () => Promise<void>): Promise<void> => {
  const { rows } = await sql<{ type: string; name: string; sql: string }>`
    select type, name, sql from temp.sqlite_temp_schema where type = 'trigger' and tbl_name = ${table}
      and name like 'cloison%'`.execute(trx)
  for (const { name } of rows) await sql.raw(`drop trigger temp."${name}"`).execute(trx)
  await travail()
  for (const { sql: ordre } of rows) await sql.raw(ordre.replace(/^create (?!temp)/iu, 'create temp ')).execute(trx)
}

const estCouverte = async (db: Db, table: Table): Promise<boolean> => {
  const { rows } = await sql`select 1 from temp.sqlite_temp_schema where type = 'view' and name = ${table}`.execute(db)
  return rows.length > 0
}

const couvrir = async (db: Db, agent: Agent, lesquelles: (regle: Regle, table: Table) => boolean): Promise<void> => {
  const tout = agent.role === 'titulaire'
  const limites = tout ? null : { suivis: parmi(suivisVisibles(agent)), dispositifs: parmi(agent.dispositifs) }
  for (const [table, regle] of Object.entries(regles) as [Table, Regle][])
    if (lesquelles(regle, table))
      for (const ordre of ordresDe(table, regle, limites, agent)) await sql.raw(ordre).execute(db)
}

/** The whole base, whoever opened it: for what must hold for everybody (a household, the list of dispositifs), never to show. */
export const entier = (db: Db): Db => db.withSchema('main')

/** What SQLite says of a row that would leave what this user may see, or of a person set aside. */
export const traduireRefus = (error: unknown): unknown => {
  if (!(error instanceof Error)) return error
  if (error.message === REFUS) return new ErreurMetier('droit-absent')
  return error.message === ECART ? new ErreurMetier('personne-a-l-ecart') : error
}

const REFUS = 'cloison'
const ECART = 'ecart'

/** Codes of dispositifs, as a list of SQL; null for whoever serves them all. */
type Limites = { readonly suivis: string; readonly dispositifs: string } | null

const ordresDe = (table: Table, regle: Regle, limites: Limites, agent: Agent): readonly string[] => {
  if (regle === 'coffre') return []
  if (regle === 'reglage') return reglagesDe(agent)
  // Only a view: an erasure erases what is not seen too.
  if (regle === 'revision')
    return [
      `create temp view revision as select revision.* from main.revision
        where ${conditionDeRevision(limites)}${ecarts.revision?.('revision') ?? ''}`,
    ]
  const sienne = (ligne: string): string => conditionDe(regle, ligne, limites, agent)
  const rangee = (ligne: string): string => `(${sienne(ligne)})${ecarts[table]?.(ligne) ?? ''}`
  const colonnes = ordonnees.has(table) ? `${table}.rowid as rowid, ${table}.*` : `${table}.*`
  const refuser = (acte: string, hors: string, dit = limites === null ? ECART : REFUS): string =>
    `create temp trigger cloison_${table}_${acte}_${dit} before ${acte} on main.${table}
      when ${hors} begin select raise(abort, '${dit}'); end`
  const ignorer = (acte: string): string =>
    `create temp trigger cloison_${table}_${acte}_cache before ${acte} on main.${table}
      when not (${rangee('old')}) begin select raise(ignore); end`
  const vue = `create temp view ${table} as select ${colonnes} from main.${table} where ${rangee(table)}`
  if (calculees.has(table)) return [vue]
  return [
    vue,
    ignorer('update'),
    ignorer('delete'),
    ...(aPersonne.has(table) && limites !== null ? [refuser('insert', `new.personne_id in ${aLEcart}`, ECART)] : []),
    // A person may be written anew by anybody: what she is seen by are her suivis.
    ...(regle === 'personne'
      ? []
      : [
          refuser('insert', `not (${limites === null ? rangee('new') : sienne('new')})`),
          refuser('update', `(${rangee('old')}) and not (${limites === null ? rangee('new') : sienne('new')})`),
        ]),
  ]
}

/** A revision is seen by whoever sees the row it is about; that of a person who is no more, by the titulaire alone. */
const conditionDeRevision = (limites: Limites): string =>
  limites === null
    ? 'true'
    : `(case when ${duGroupe('coffre')} then 1
    when ${duGroupe('suivis')} then revision.dispositif in ${limites.suivis}
    when ${duGroupe('dispositifs')} then revision.dispositif in ${limites.dispositifs}
    else exists (select 1 from personne where personne.id = revision.personne_id) end)`

const duGroupe = (groupe: Groupe): string =>
  `revision.tableau in (select value from json_each(${liste(
    (Object.keys(regles) as Table[]).filter((table) => groupeDe(table) === groupe),
  )}))`

type Groupe = 'coffre' | 'suivis' | 'dispositifs' | 'personne'

/** What a row of that table is seen by, at the end of what it hangs on. */
const groupeDe = (table: Table): Groupe => {
  const regle: Regle = regles[table]
  if (regle === 'reglage' || regle === 'revision') return 'coffre'
  if (regle === 'auteur') return 'suivis'
  return typeof regle === 'string' ? regle : groupeDe(regle[1])
}

const conditionDe = (
  regle: Exclude<Regle, 'coffre' | 'reglage' | 'revision'>,
  ligne: string,
  limites: Limites,
  { id }: Agent,
): string => {
  if (regle === 'personne')
    return limites === null
      ? 'true'
      : `exists (select 1 from participation where participation.personne_id = ${ligne}.id) or
      (${limites.suivis !== parmi([])} and not exists (select 1 from main.participation as toute where toute.personne_id = ${ligne}.id))`
  if (regle === 'auteur')
    return `${ligne}.agent is ${id === null ? 'null' : `'${id}'`}
      and exists (select 1 from suivi as haut where haut.id = ${ligne}.suivi_id)`
  if (typeof regle === 'string')
    // The plus keeps SQLite from reading all the rows of a dispositif before looking at what the query asks.
    return limites === null ? 'true' : `+${ligne}.dispositif in ${limites[regle]}`
  const [colonne, table] = regle
  return `exists (select 1 from ${table} as haut where haut.id = ${ligne}.${colonne})`
}

/** Persons set aside at this instant, whatever the connection was told when it opened. */
const aLEcart = '(select personne_id from main.restriction where levee_le is null)'

/** What a row set aside is; an entretien, or a suivi, is so when nobody else was there. */
const ecarts: { readonly [T in Table]?: (ligne: string) => string } = {
  personne: (l) => ` and ${l}.id not in ${aLEcart}`,
  suivi: (l) => ` and ${l}.id not in ${sansAutre('participation', 'suivi_id')}`,
  entretien: (l) => ` and ${l}.id not in ${sansAutre('presence', 'entretien_id')}`,
  participation: (l) => ` and ${l}.personne_id not in ${aLEcart}`,
  presence: (l) => ` and ${l}.personne_id not in ${aLEcart}`,
  personne_recue: (l) => ` and ${l}.personne_id not in ${aLEcart}`,
  accueil: (l) => ` and ${l}.personne_id not in ${aLEcart}`,
  reperage: (l) => ` and ${l}.personne_id not in ${aLEcart}`,
  remise_notice: (l) => ` and ${l}.personne_id not in ${aLEcart}`,
  revision: (l) =>
    ` and (${l}.personne_id is null or ${l}.personne_id not in ${aLEcart})
      and (${l}.suivi_id is null or ${l}.suivi_id not in ${sansAutre('participation', 'suivi_id')})`,
  point_nominatif: (l) => ` and (${l}.personne_id is null or ${l}.personne_id not in ${aLEcart})`,
}

const aPersonne: ReadonlySet<Table> = new Set<Table>([
  'participation',
  'presence',
  'accueil',
  'reperage',
  'remise_notice',
  'point_nominatif',
])

const sansAutre = (table: string, colonne: string): string =>
  `(select sa.${colonne} from main.${table} as sa where sa.personne_id in ${aLEcart}
    and not exists (select 1 from main.${table} as autre where autre.${colonne} = sa.${colonne} and autre.personne_id not in ${aLEcart}))`

/** Whether a row of that table may be, or hang on, somebody set aside. */
const peutEtreALEcart = (table: Table): boolean => {
  const regle = regles[table]
  return Object.hasOwn(ecarts, table) || (typeof regle !== 'string' && peutEtreALEcart(regle[1]))
}

/** Written by triggers from rows that the writer may not see: whoever may write those writes these. */
const calculees: ReadonlySet<Table> = new Set<Table>(['personne_mot', 'personne_recue'])

/** Tables read in the order of their writing, which a view has not by itself. */
const ordonnees: ReadonlySet<string> = new Set<Table>(['orientation', 'edition'])

/** Which dispositifs there are, and which is shown, are each user's own; only who serves them all may change the first. */
const reglagesDe = ({ id, role, dispositifs }: Agent): readonly string[] => {
  const { partout } = roles[role]
  const siens = partout ? "(select valeur from main.reglage where cle = 'dispositifs')" : liste(dispositifs)
  const premier = `json_extract(${siens}, '$[0]')`
  return [
    `create temp view reglage as
      select cle, valeur from main.reglage where cle not in ('dispositif', 'dispositifs')
      union all select 'dispositifs', ${siens} where ${siens} is not null
      union all select 'dispositif', json_quote(coalesce((select dispositif from main.agent
        where id = '${id ?? ''}' and dispositif in (select value from json_each(${siens}))), ${premier}))
        where ${siens} is not null`,
    ...(partout
      ? []
      : [
          `create temp trigger cloison_reglage before insert on main.reglage
            when new.cle in ('dispositif', 'dispositifs') begin select raise(abort, '${REFUS}'); end`,
        ]),
  ]
}

/** Codes that Jalon closes: nothing typed by anybody goes into these orders. */
const parmi = (codes: readonly string[]): string => `(${codes.map((code) => `'${code}'`).join(', ')})`

/** The same, as JSON. */
const liste = (codes: readonly string[]): string => `'${JSON.stringify(codes)}'`

/** A view cannot be written to: what is written goes to the table under it, where the triggers are. */
const versLaTable: KyselyPlugin = {
  transformQuery: ({ node }) => viser(node),
  transformResult: ({ result }) => Promise.resolve(result),
}

const viser = (requete: RootOperationNode): RootOperationNode => {
  if (requete.kind === 'InsertQueryNode' && requete.into !== undefined)
    return { ...requete, into: dansMain(requete.into) }
  if (requete.kind === 'UpdateQueryNode' && requete.table !== undefined)
    return { ...requete, table: dansMain(requete.table) }
  if (requete.kind === 'DeleteQueryNode')
    return { ...requete, from: { ...requete.from, froms: requete.from.froms.map(dansMain) } }
  return requete
}

const dansMain = <N extends OperationNode>(noeud: N): N | TableNode =>
  TableNode.is(noeud) && noeud.table.schema === undefined
    ? TableNode.createWithSchema('main', noeud.table.identifier.name)
    : noeud
