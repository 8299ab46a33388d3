import type { Db } from '#db/connection.ts'
import { inTransaction } from '#db/transaction.ts'
import type { Secteur, SecteurDessine } from '#shared/domaine/observatoire/carte.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { comparerEnFrancais, normaliser } from '#shared/utils/texte.ts'

/** Every sector with its squares, by name, those that no longer serve last. */
export const listerSecteurs = async (db: Db): Promise<SecteurDessine[]> => {
  const secteurs = await db.selectFrom('secteur').select(['id', 'nom', 'actif']).execute()
  const carreaux = await db.selectFrom('carreau').select(['rang', 'secteur_id as secteurId']).orderBy('rang').execute()
  const siens = Map.groupBy(carreaux, (c) => c.secteurId)
  return secteurs
    .map(({ id, nom, actif }) => ({
      id,
      nom,
      actif: actif === 1,
      carreaux: (siens.get(id) ?? []).map((c) => c.rang),
    }))
    .toSorted((a, b) => Number(b.actif) - Number(a.actif) || comparerEnFrancais(a.nom, b.nom))
}

/** Names a sector, renames it, or takes it out of the lists. Refuses two sectors of the same name. */
export const enregistrerSecteur = (db: Db, { id, nom, actif }: Secteur, maintenant: Date): Promise<void> =>
  inTransaction(db, async (trx) => {
    const autres = await trx.selectFrom('secteur').select('nom').where('id', '!=', id).execute()
    if (autres.some((autre) => normaliser(autre.nom) === normaliser(nom)))
      throw new ErreurMetier('entree-invalide', { champs: { nom: 'existant' } })
    const colonnes = { nom, actif: Number(actif), modifie_le: maintenant.toISOString() }
    await trx
      .insertInto('secteur')
      .values({ id, ...colonnes })
      .onConflict((oc) => oc.column('id').doUpdateSet(colonnes))
      .execute()
  })

/** Only one under which nothing was ever noted; another can be taken out of the lists. */
export const supprimerSecteur = (db: Db, id: string): Promise<void> =>
  inTransaction(db, async (trx) => {
    for (const table of ['signalement', 'intervention', 'retour'] as const) {
      const sert = await trx.selectFrom(table).select('secteur_id').where('secteur_id', '=', id).executeTakeFirst()
      if (sert !== undefined) throw new ErreurMetier('valeur-utilisee')
    }
    await trx.deleteFrom('carreau').where('secteur_id', '=', id).execute()
    const { numDeletedRows: effaces } = await trx.deleteFrom('secteur').where('id', '=', id).executeTakeFirstOrThrow()
    if (effaces !== 1n) throw new ErreurMetier('introuvable')
  })

/** Draws a sector anew; a square it takes is no longer its neighbour's. */
export const dessinerSecteur = (
  db: Db,
  { secteurId, carreaux }: { readonly secteurId: string; readonly carreaux: readonly number[] },
  maintenant: Date,
): Promise<void> =>
  inTransaction(db, async (trx) => {
    const { numUpdatedRows: touches } = await trx
      .updateTable('secteur')
      .set({ modifie_le: maintenant.toISOString() })
      .where('id', '=', secteurId)
      .executeTakeFirstOrThrow()
    if (touches !== 1n) throw new ErreurMetier('introuvable')
    await trx.deleteFrom('carreau').where('secteur_id', '=', secteurId).execute()
    const rangs = [...new Set(carreaux)]
    if (rangs.length === 0) return
    await trx
      .insertInto('carreau')
      .values(rangs.map((rang) => ({ rang, secteur_id: secteurId })))
      .onConflict((oc) => oc.column('rang').doUpdateSet({ secteur_id: secteurId }))
      .execute()
  })
