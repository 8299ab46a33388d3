import type { Db } from '#db/connection.ts'
import { inTransaction } from '#db/transaction.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'

type Distinction = { readonly id: string; readonly autreId: string; readonly distinctes: boolean }

/** Says that two persons who look alike are not one, so that they are proposed no more; or takes it back. */
export const declarerDistinctes = (db: Db, { id, autreId, distinctes }: Distinction, maintenant: Date): Promise<void> =>
  inTransaction(db, async (trx) => {
    if (id === autreId) throw new ErreurMetier('entree-invalide', { champs: { autreId: 'meme-personne' } })
    const connues = await trx.selectFrom('personne').select('id').where('id', 'in', [id, autreId]).execute()
    if (connues.length < 2) throw new ErreurMetier('introuvable')
    const [personne_a = '', personne_b = ''] = [id, autreId].toSorted()
    if (distinctes)
      await trx
        .insertInto('distinction')
        .values({ personne_a, personne_b, le: maintenant.toISOString() })
        .onConflict((oc) => oc.doNothing())
        .execute()
    else
      await trx
        .deleteFrom('distinction')
        .where('personne_a', '=', personne_a)
        .where('personne_b', '=', personne_b)
        .execute()
  })
