import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Db } from './connection.ts'

/** What a whole base holds, read row by row without knowing its schema: enough to tell two bases apart, and which is newer. */
export type Apercu = {
  /** Number of rows of each table. */
  readonly lignes: Readonly<Record<string, number>>
  /** Digest of every row of each table, whatever their order. */
  readonly empreintes: Readonly<Record<string, string>>
  /** Instant of the last write that bears a date; null in a base where nothing was noted yet. */
  readonly dernierEcrit: string | null
}

export const lireApercu = async (db: Db): Promise<Apercu> => {
  // The tables are those of the file, which may be older than this program.
  const base = db as Kysely<unknown> as Kysely<Record<string, Record<string, unknown>>>
  const lignes: Record<string, number> = {}
  const empreintes: Record<string, string> = {}
  let dernierEcrit: string | null = null
  for (const { name } of await base.introspection.getTables()) {
    const rangees: string[] = []
    for await (const rangee of base.selectFrom(name).selectAll().stream()) {
      rangees.push(condenser(JSON.stringify(rangee)))
      for (const instant of instants.map((colonne) => rangee[colonne]))
        if (typeof instant === 'string' && (dernierEcrit === null || instant > dernierEcrit)) dernierEcrit = instant
    }
    lignes[name] = rangees.length
    empreintes[name] = condenser(rangees.toSorted().join())
  }
  return { lignes, empreintes, dernierEcrit }
}

/** Same tables, same rows. */
export const memeApercu = (a: Apercu, b: Apercu): boolean =>
  Object.keys(a.empreintes).length === Object.keys(b.empreintes).length &&
  Object.entries(a.empreintes).every(([table, empreinte]) => b.empreintes[table] === empreinte)

/** Columns written by the clock of the PC, never by somebody who types a date. */
const instants = ['cree_le', 'creee_le', 'modifie_le', 'supprime_le'] as const

const condenser = (texte: string): string => createHash('sha256').update(texte).digest('base64')
