import { randomUUID } from 'node:crypto'
import type { Db } from '#db/connection.ts'
import { lireNomenclature } from '#db/queries/nomenclature.ts'
import { inTransaction } from '#db/transaction.ts'
import { trouverListe } from '#shared/domaine/nomenclature.ts'
import type { AnneeFiche, FicheAction } from '#shared/domaine/strategie/fiche.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { exiger, strategieDeLAxe, trouverFiche } from './appartenance.ts'
import { exigerUne, permuter } from './plan.ts'

/** Makes a fiche at the end of its axe, or corrects it. Its axe and its territory are of one strategy, that never changes. */
export const enregistrerFiche = async (db: Db, fiche: FicheAction, maintenant: Date): Promise<void> =>
  inTransaction(db, async (trx) => {
    const { id, axeId, territoireId, numero, titre } = fiche
    const strategieId = await strategieDeLAxe(trx, axeId)
    if (territoireId !== null) await exigerTerritoire(trx, territoireId, strategieId)
    const connue = await trx.selectFrom('fiche_action').select('id').where('id', '=', id).executeTakeFirst()
    if (connue !== undefined && (await trouverFiche(trx, id)).strategieId !== strategieId)
      throw new ErreurMetier('introuvable')
    const colonnes = {
      axe_id: axeId,
      territoire_id: territoireId,
      numero,
      titre,
      contenu: JSON.stringify(fiche.contenu),
      modifie_le: maintenant.toISOString(),
    }
    await exigerUne(
      trx
        .insertInto('fiche_action')
        .values({ id, ...colonnes, rang: await suivante(trx, axeId) })
        .onConflict((oc) => oc.column('id').doUpdateSet(colonnes)),
    )
  })

/** Moves a fiche one place among those of its axe and territory. */
export const deplacerFiche = async (db: Db, id: string, vers: 'haut' | 'bas'): Promise<void> =>
  inTransaction(db, async (trx) => {
    const { axeId, territoireId } = await trouverFiche(trx, id)
    const fiches = await trx
      .selectFrom('fiche_action')
      .select(['id', 'rang'])
      .where('axe_id', '=', axeId)
      .where('territoire_id', territoireId === null ? 'is' : '=', territoireId)
      .where('supprime_le', 'is', null)
      .orderBy('rang')
      .execute()
    const rangs = fiches.map((f) => f.rang)
    for (const [i, f] of permuter(fiches, id, vers).entries())
      await trx
        .updateTable('fiche_action')
        .set({ rang: rangs[i] ?? f.rang })
        .where('id', '=', f.id)
        .execute()
  })

/** Writes what a year says of a fiche. Throws `valeur-inconnue` for a status that is not of the list. */
export const noterAnnee = async (db: Db, annee: AnneeFiche, maintenant: Date): Promise<void> => {
  const { ficheId, annee: an, ...reste } = annee
  await trouverFiche(db, ficheId)
  const statuts = trouverListe(await lireNomenclature(db, 'coordination'), 'statut-fiche').modalites
  if (!statuts.some((m) => m.code === reste.statut))
    throw new ErreurMetier('valeur-inconnue', { champs: { statut: 'inconnu' } })
  const colonnes = { ...reste, modifie_le: maintenant.toISOString() }
  await db
    .insertInto('fiche_annee')
    .values({ fiche_id: ficheId, annee: an, ...colonnes })
    .onConflict((oc) => oc.columns(['fiche_id', 'annee']).doUpdateSet(colonnes))
    .execute()
}

/**
 * Copies a fiche of the whole territory, with its indicators and none of their values, for each part that has no copy of it
 * yet. Answers how many were made: a second time, none.
 */
export const declinerFiche = async (db: Db, id: string, maintenant: Date): Promise<number> =>
  inTransaction(db, async (trx) => {
    const { strategieId, territoireId } = await trouverFiche(trx, id)
    if (territoireId !== null) throw new ErreurMetier('entree-invalide', { champs: { id: 'deja-declinee' } })
    const modele = exiger(
      await trx.selectFrom('fiche_action').selectAll().where('id', '=', id).executeTakeFirst(),
      'id',
    )
    const indicateurs = await trx
      .selectFrom('indicateur')
      .selectAll()
      .where('fiche_id', '=', id)
      .where('supprime_le', 'is', null)
      .execute()
    const territoires = await trx
      .selectFrom('strategie_territoire')
      .select('id')
      .where('strategie_id', '=', strategieId)
      .where('supprime_le', 'is', null)
      .where('id', 'not in', (q) =>
        q
          .selectFrom('fiche_action')
          .select('territoire_id')
          .$narrowType<{ territoire_id: string }>()
          .where('modele_id', '=', id)
          .where('supprime_le', 'is', null)
          .where('territoire_id', 'is not', null),
      )
      .execute()
    const modifie_le = maintenant.toISOString()
    for (const territoire of territoires) {
      const copie = randomUUID()
      const propre = { id: copie, territoire_id: territoire.id, modele_id: id, modifie_le }
      await trx
        .insertInto('fiche_action')
        .values({ ...modele, ...propre })
        .execute()
      for (const indicateur of indicateurs)
        await trx
          .insertInto('indicateur')
          // What the coffre counts, it counts for the whole territory.
          .values({ ...indicateur, id: randomUUID(), fiche_id: copie, liaison: null, modifie_le })
          .execute()
    }
    return territoires.length
  })

const exigerTerritoire = async (db: Db, id: string, strategieId: string): Promise<void> => {
  exiger(
    await db
      .selectFrom('strategie_territoire')
      .select('id')
      .where('id', '=', id)
      .where('strategie_id', '=', strategieId)
      .where('supprime_le', 'is', null)
      .executeTakeFirst(),
    'territoireId',
  )
}

const suivante = async (db: Db, axeId: string): Promise<number> => {
  const { rang } = await db
    .selectFrom('fiche_action')
    .select(({ fn }) => fn.max('rang').as('rang'))
    .where('axe_id', '=', axeId)
    .executeTakeFirstOrThrow()
  return (rang ?? -1) + 1
}
