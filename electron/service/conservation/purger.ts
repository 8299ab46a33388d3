import { sql } from 'kysely'
import { purger } from '#db/queries/conservation/purger.ts'
import type { ComptesPurge } from '#shared/domaine/conservation/apercu.ts'
import type { Context } from '../context.ts'

type Demande = Omit<Parameters<typeof purger>[1], 'agent'>

/**
 * Purges, empties the log where SQLite still keeps the pages as they were, and makes a backup of what is left. The backup
 * failing takes nothing back: it is told with the others.
 */
export const purgerCoffre = async (
  { db, agent, session, maintenant }: Pick<Context, 'db' | 'agent' | 'session' | 'maintenant'>,
  demande: Demande,
): Promise<ComptesPurge> => {
  const comptes = await purger(db(), { ...demande, agent: agent().id }, maintenant())
  if (Object.values(comptes).every((n) => n === 0)) return comptes
  await sql`pragma wal_checkpoint(truncate)`.execute(db())
  await session.sauvegardes.sauvegarder().catch(() => undefined)
  return comptes
}
