import type { Db } from '#db/connection.ts'
import { dispositifCourant } from './dispositifs.ts'

/** What was being typed in this form, or null. */
export const lireReprise = async (db: Db, cle: string): Promise<string | null> => {
  const reprise = await db
    .selectFrom('reprise')
    .select('contenu')
    .where('cle', '=', cle)
    .where('dispositif', '=', await dispositifCourant(db))
    .executeTakeFirst()
  return reprise?.contenu ?? null
}

export const garderReprise = async (
  db: Db,
  { cle, contenu }: { readonly cle: string; readonly contenu: string },
  maintenant: Date,
): Promise<void> => {
  const colonnes = { contenu, dispositif: await dispositifCourant(db), modifie_le: maintenant.toISOString() }
  await db
    .insertInto('reprise')
    .values({ cle, ...colonnes })
    .onConflict((oc) => oc.column('cle').doUpdateSet(colonnes))
    .execute()
}

export const oublierReprise = async (db: Db, cle: string): Promise<void> => {
  await db.deleteFrom('reprise').where('cle', '=', cle).execute()
}
