import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { inTransaction } from '#db/transaction.ts'
import { type Chaine, type Geste, type LigneJournal, texteAEmpreindre } from '#shared/domaine/journal.ts'

/** Adds a line at the end of the chain. */
export const noterGeste = (db: Db, geste: Geste, maintenant: Date): Promise<void> =>
  inTransaction(db, async (trx) => {
    const derniere = (await finDeChaine(trx)) ?? (await lireAncre(trx))
    const ligne = { rang: derniere.rang + 1, le: maintenant.toISOString(), ...geste }
    await trx
      .insertInto('journal')
      .values({ ...ligne, empreinte: empreindre(derniere.empreinte, ligne) })
      .execute()
  })

/** Lines before that rank, latest first. */
export const lireJournal = async (db: Db, avant: number | null, combien: number): Promise<LigneJournal[]> =>
  db
    .selectFrom('journal')
    .selectAll()
    .$if(avant !== null, (q) => q.where('rang', '<', avant ?? 0))
    .orderBy('rang', 'desc')
    .limit(combien)
    .execute()

/** Rank of the first line that does not follow from the one before; null when the chain is whole. */
export const premiereRupture = async (db: Db): Promise<number | null> => {
  let precedente = await lireAncre(db)
  for await (const ligne of db.selectFrom('journal').selectAll().orderBy('rang').stream()) {
    const { empreinte, ...reste } = ligne
    if (ligne.rang !== precedente.rang + 1 || empreinte !== empreindre(precedente.empreinte, reste)) return ligne.rang
    precedente = ligne
  }
  return null
}

/** The whole journal, from where its last purge ended, to be compared with another one; empty in a base older than it. */
export const lireChaine = async (db: Db): Promise<Chaine> => {
  const tables = await db.introspection.getTables()
  if (!tables.some(({ name }) => name === 'journal_ancre')) return []
  const lignes = await db.selectFrom('journal').select(['rang', 'geste', 'empreinte']).orderBy('rang').execute()
  return [{ ...(await lireAncre(db)), geste: '' }, ...lignes]
}

/**
 * The days between which the clock can be believed: those of the last three days of work, the present one included. One set
 * forward for a day or two shows here as an end far from the other.
 */
export const joursAttestes = async (db: Db): Promise<{ readonly premier: string; readonly dernier: string }> => {
  const jour = sql<string>`substr(le, 1, 10)`
  const derniers = await db
    .selectFrom('journal')
    .select(jour.as('jour'))
    .groupBy(jour)
    .orderBy(sql`max(rang)`, 'desc')
    .limit(3)
    .execute()
  const jours = derniers.map((ligne) => ligne.jour).toSorted()
  return { premier: jours[0] ?? '', dernier: jours.at(-1) ?? '' }
}

/**
 * Lets go of the lines older than that instant; the chain begins again where they end. A line dated after `jusque` was written
 * under a wrong clock, and says nothing of its age. Gives back how many left.
 */
export const purgerJournal = (db: Db, avant: string, jusque: string): Promise<number> =>
  inTransaction(db, async (trx) => {
    const garde = await trx
      .selectFrom('journal')
      .select('rang')
      .where('le', '>=', avant)
      .where('le', '<=', jusque)
      .orderBy('rang')
      .limit(1)
      .executeTakeFirst()
    const derniere = await trx
      .selectFrom('journal')
      .select(['rang', 'empreinte'])
      .$if(garde !== undefined, (q) => q.where('rang', '<', garde?.rang ?? 0))
      .orderBy('rang', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (derniere === undefined) return 0
    await trx.updateTable('journal_ancre').set(derniere).execute()
    const { numDeletedRows } = await trx.deleteFrom('journal').where('rang', '<=', derniere.rang).executeTakeFirst()
    return Number(numDeletedRows)
  })

const finDeChaine = (db: Db) =>
  db.selectFrom('journal').select(['rang', 'empreinte']).orderBy('rang', 'desc').limit(1).executeTakeFirst()

const lireAncre = (db: Db) => db.selectFrom('journal_ancre').select(['rang', 'empreinte']).executeTakeFirstOrThrow()

const empreindre = (precedente: string, ligne: Omit<LigneJournal, 'empreinte'>): string =>
  createHash('sha256').update(texteAEmpreindre(precedente, ligne)).digest('hex')
