import type { Db } from '#db/connection.ts'
import { ComptesPurge, type PurgeFaite } from '#shared/domaine/conservation/apercu.ts'

/** Runs of the past, the latest first. */
export const listerPurges = async (db: Db): Promise<PurgeFaite[]> =>
  (await db.selectFrom('purge').selectAll().orderBy('le', 'desc').execute()).map((p) => ({
    id: p.id,
    le: p.le,
    comptes: ComptesPurge.parse(JSON.parse(p.comptes)),
    sauvegardesJusquAu: p.sauvegardes_jusqu_au,
    sauvegardesOteesLe: p.sauvegardes_otees_le,
  }))

/** Instant before which no backup may be kept any more; null when none is due to leave. */
export const sauvegardesAOter = async (db: Db, jour: string): Promise<string | null> => {
  const due = await db
    .selectFrom('purge')
    .select(({ fn }) => fn.max('le').as('le'))
    .where('sauvegardes_jusqu_au', '<=', jour)
    .where('sauvegardes_otees_le', 'is', null)
    .executeTakeFirst()
  return due?.le ?? null
}

/** The backups made before that instant are gone, from everywhere Jalon knows. */
export const noterSauvegardesOtees = async (db: Db, avant: string, maintenant: Date): Promise<void> => {
  await db
    .updateTable('purge')
    .set({ sauvegardes_otees_le: maintenant.toISOString() })
    .where('le', '<=', avant)
    .where('sauvegardes_otees_le', 'is', null)
    .execute()
}
