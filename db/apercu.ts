import { type Kysely, sql } from 'kysely'
import type { Db } from './connection.ts'

/** What can be said of a whole base without knowing its schema: enough to tell two bases apart, and which is newer. */
export type Apercu = {
  /** Number of rows of each table. */
  readonly lignes: Readonly<Record<string, number>>
  /** The row last written in each table (else the last in order of its columns), as read back. Content of the coffre: for comparing, never for showing. */
  readonly dernieres: Readonly<Record<string, string>>
  /** Instant of the last write that bears a date; null in a base where nothing was noted yet. */
  readonly dernierEcrit: string | null
}

export const lireApercu = async (db: Db): Promise<Apercu> => {
  const base = db as Kysely<unknown>
  const lignes: Record<string, number> = {}
  const dernieres: Record<string, string> = {}
  let dernierEcrit: string | null = null
  for (const { name, columns } of await base.introspection.getTables()) {
    const table = sql.table(name)
    const compte = await sql<{ n: number }>`select count(*) as n from ${table}`.execute(base)
    lignes[name] = compte.rows[0]?.n ?? 0
    const noms = columns.map((colonne) => colonne.name)
    const datees = noms.filter((nom) => instants.has(nom))
    const ordre = [...datees, ...noms].map((nom) => sql`${sql.ref(nom)} desc`)
    const { rows } = await sql`select * from ${table} order by ${sql.join(ordre)} limit 1`.execute(base)
    dernieres[name] = JSON.stringify(rows[0] ?? null)
    for (const nom of datees) {
      const max = await sql<{ m: string | null }>`select max(${sql.ref(nom)}) as m from ${table}`.execute(base)
      const instant = max.rows[0]?.m ?? null
      if (instant !== null && (dernierEcrit === null || instant > dernierEcrit)) dernierEcrit = instant
    }
  }
  return { lignes, dernieres, dernierEcrit }
}

/** Same rows in number, same last row of each table, same last write. */
export const memeApercu = (a: Apercu, b: Apercu): boolean =>
  a.dernierEcrit === b.dernierEcrit && memes(a.lignes, b.lignes) && memes(a.dernieres, b.dernieres)

/** Columns written by the clock of the PC, never by somebody who types a date. */
const instants: ReadonlySet<string> = new Set(['cree_le', 'creee_le', 'modifie_le', 'supprime_le'])

const memes = <T>(a: Readonly<Record<string, T>>, b: Readonly<Record<string, T>>): boolean =>
  Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([table, valeur]) => b[table] === valeur)
