import { lireAdresse } from '../consolidation/adresse.ts'
import type { AccesServeur } from '../consolidation/serveur.ts'
import type { Db } from '../connection.ts'

/** The shared base that the coordinator chose, and how it was written. */
export type BasePartagee = { readonly adresse: string; readonly acces: AccesServeur }

export const lireBasePartagee = async (db: Db): Promise<BasePartagee | undefined> => {
  const lue = await db.selectFrom('base_partagee').select(['adresse', 'phrase', 'autorite']).executeTakeFirst()
  if (lue === undefined) return undefined
  const { adresse, phrase, autorite } = lue
  return { adresse, acces: { adresse: lireAdresse(adresse), phrase, ...(autorite !== null && { autorite }) } }
}

export const garderBasePartagee = async (
  db: Db,
  base: { readonly adresse: string; readonly phrase: string; readonly autorite: string | null },
): Promise<void> => {
  await oublierBasePartagee(db)
  await db
    .insertInto('base_partagee')
    .values({ id: 1, ...base })
    .execute()
}

export const oublierBasePartagee = async (db: Db): Promise<void> => {
  await db.deleteFrom('base_partagee').execute()
}
