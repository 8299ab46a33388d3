import type { Db } from '#db/connection.ts'
import { inTransaction } from '#db/transaction.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import type { RetirableInstance } from '#shared/ipc/contract/instances.ts'

type Chose = { readonly genre: RetirableInstance; readonly id: string }

/**
 * Takes an instance, a meeting or a signatory out of every screen and count; a null instant brings it back. Where persons were
 * spoken of, their points must be destroyed first: out of sight, nobody would see them again to destroy them.
 */
export const retirerInstance = (db: Db, { genre, id }: Chose, supprimeLe: string | null): Promise<void> =>
  inTransaction(db, async (trx) => {
    if (supprimeLe !== null && genre !== 'signataire' && (await nomme(trx, genre, id)))
      throw new ErreurMetier('entree-invalide', { champs: { id: 'points-nominatifs' } })
    const { numUpdatedRows: marquees } = await trx
      .updateTable(genre)
      .set({ supprime_le: supprimeLe })
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    if (marquees !== 1n) throw new ErreurMetier('introuvable')
  })

const nomme = async (db: Db, genre: 'instance' | 'reunion', id: string): Promise<boolean> =>
  (await db
    .selectFrom('point_nominatif as p')
    .innerJoin('reunion as r', 'r.id', 'p.reunion_id')
    .select('p.id')
    .where(genre === 'instance' ? 'r.instance_id' : 'r.id', '=', id)
    .executeTakeFirst()) !== undefined
