import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import type { Db } from '../connection.ts'

/** A pair of keys of the coffre: the one that signs its lots, or the one that lots are sealed to. */
export type Cle = {
  readonly genre: 'signature' | 'reception'
  /** Of a signing key: what the post is known by, stable as long as the coffre and its backups are. */
  readonly id: string
  readonly publique: string
  readonly secrete: string
}

export const lireCle = (db: Db, genre: Cle['genre']): Promise<Cle | undefined> =>
  db.selectFrom('cle').select(['genre', 'id', 'publique', 'secrete']).where('genre', '=', genre).executeTakeFirst()

/** Keeps a new pair, unless one was made meanwhile; gives the one that is kept. */
export const garderCle = async (db: Db, cle: Cle, maintenant: Date): Promise<Cle> => {
  await db
    .insertInto('cle')
    .values({ ...cle, cree_le: maintenant.toISOString() })
    .onConflict((conflit) => conflit.column('genre').doNothing())
    .execute()
  const gardee = await lireCle(db, cle.genre)
  if (gardee === undefined) throw new ErreurMetier('interne')
  return gardee
}
