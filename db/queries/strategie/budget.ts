import type { Db } from '#db/connection.ts'
import { inTransaction } from '#db/transaction.ts'
import { type LigneBudget, natureDe } from '#shared/domaine/strategie/budget.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { exiger, trouverFiche } from './appartenance.ts'
import { exigerUne } from './plan.ts'

/** Makes a line, or corrects it. A charge has no funder. */
export const enregistrerLigne = async (db: Db, ligne: LigneBudget, maintenant: Date): Promise<void> =>
  inTransaction(db, async (trx) => {
    const { id, ficheId, ...reste } = ligne
    await trouverFiche(trx, ficheId)
    if (natureDe(reste.rubrique) === 'charge' && reste.financeur !== '')
      throw new ErreurMetier('entree-invalide', { champs: { financeur: 'charge' } })
    const colonnes = { ...reste, modifie_le: maintenant.toISOString() }
    await exigerUne(
      trx
        .insertInto('budget_ligne')
        .values({ id, fiche_id: ficheId, ...colonnes })
        .onConflict((oc) => oc.column('id').doUpdateSet(colonnes).where('budget_ligne.fiche_id', '=', ficheId)),
    )
  })

export const supprimerLigne = async (db: Db, id: string): Promise<void> => {
  const { numDeletedRows: effacees } = await db
    .deleteFrom('budget_ligne')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  exiger(effacees === 1n ? id : undefined, 'id')
}
