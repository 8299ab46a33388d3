import type SQLite from 'better-sqlite3'
import type { SqliteDatabase } from 'kysely'

/** A form asks about thirty different orders; those of lists of any length are many, and rarely come back. */
const GARDES = 300

/**
 * Keeps the orders that SQLite has prepared: an act of the user asks the same ones again, and preparing them is longer than
 * running them. What may change the schema is never kept, and forgets them all. Values bound are forgotten after each run.
 */
export const garderOrdres = (sqlite: SQLite.Database): SqliteDatabase => {
  const gardes = new Map<string, SQLite.Statement>()
  return {
    close: () => {
      gardes.clear()
      sqlite.close()
    },
    prepare: (texte) => {
      const connu = gardes.get(texte)
      // One whose rows are being read cannot serve twice at once.
      if (connu?.busy === false) {
        gardes.delete(texte)
        gardes.set(texte, connu)
        return connu
      }
      const ordre = sqlite.prepare(texte)
      if (!estOrdinaire(texte)) gardes.clear()
      else if (connu === undefined) garder(gardes, texte, ordre)
      return ordre
    },
  }
}

const estOrdinaire = (texte: string): boolean =>
  /^\s*(?:select|with|insert|update|delete|begin|commit|rollback|savepoint|release)\b/iu.test(texte)

/** The one that was not asked for the longest leaves. */
const garder = <O>(gardes: Map<string, O>, texte: string, ordre: O): void => {
  gardes.set(texte, ordre)
  const [ancien] = gardes.keys()
  if (gardes.size > GARDES && ancien !== undefined) gardes.delete(ancien)
}
