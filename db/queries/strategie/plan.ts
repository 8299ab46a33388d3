import type { Db } from '#db/connection.ts'
import { inTransaction } from '#db/transaction.ts'
import type { Axe, Strategie, Territoire } from '#shared/domaine/strategie/strategie.ts'
import { exiger, exigerStrategie, strategieDeLAxe } from './appartenance.ts'

/** Makes a strategy, or corrects it. Throws `introuvable` for one taken out. */
export const enregistrerStrategie = async (db: Db, { id, ...reste }: Strategie, maintenant: Date): Promise<void> => {
  const colonnes = { ...reste, modifie_le: maintenant.toISOString() }
  await exigerUne(
    db
      .insertInto('strategie')
      .values({ id, ...colonnes })
      .onConflict((oc) => oc.column('id').doUpdateSet(colonnes).where('strategie.supprime_le', 'is', null)),
  )
}

/** Makes an axe at the end, or corrects it. It never changes of strategy. */
export const enregistrerAxe = async (db: Db, { id, strategieId, numero, titre }: Axe): Promise<void> =>
  inTransaction(db, async (trx) => {
    await exigerStrategie(trx, strategieId)
    const rang = await suivant(trx, 'strategie_axe', strategieId)
    await exigerUne(
      trx
        .insertInto('strategie_axe')
        .values({ id, strategie_id: strategieId, numero, titre, rang })
        .onConflict((oc) =>
          oc
            .column('id')
            .doUpdateSet({ numero, titre })
            .where('strategie_axe.strategie_id', '=', strategieId)
            .where('strategie_axe.supprime_le', 'is', null),
        ),
    )
  })

export const enregistrerTerritoire = async (db: Db, { id, strategieId, nom }: Territoire): Promise<void> =>
  inTransaction(db, async (trx) => {
    await exigerStrategie(trx, strategieId)
    const rang = await suivant(trx, 'strategie_territoire', strategieId)
    await exigerUne(
      trx
        .insertInto('strategie_territoire')
        .values({ id, strategie_id: strategieId, nom, rang })
        .onConflict((oc) =>
          oc
            .column('id')
            .doUpdateSet({ nom })
            .where('strategie_territoire.strategie_id', '=', strategieId)
            .where('strategie_territoire.supprime_le', 'is', null),
        ),
    )
  })

/** Moves an axe one place up or down; at the end of the list, nothing moves. */
export const deplacerAxe = async (db: Db, id: string, vers: 'haut' | 'bas'): Promise<void> =>
  inTransaction(db, async (trx) => {
    const strategieId = await strategieDeLAxe(trx, id)
    const axes = await trx
      .selectFrom('strategie_axe')
      .select('id')
      .where('strategie_id', '=', strategieId)
      .where('supprime_le', 'is', null)
      .orderBy('rang')
      .execute()
    for (const [rang, axe] of permuter(axes, id, vers).entries())
      await trx.updateTable('strategie_axe').set({ rang }).where('id', '=', axe.id).execute()
  })

/** The same lines, this one exchanged with its neighbour. */
export const permuter = <T extends { readonly id: string }>(
  lignes: readonly T[],
  id: string,
  vers: 'haut' | 'bas',
): readonly T[] => {
  const rang = lignes.findIndex((l) => l.id === id)
  const [ici, la] = [lignes[rang], lignes[rang + (vers === 'haut' ? -1 : 1)]]
  if (ici === undefined || la === undefined) return lignes
  return lignes.map((l) => (l === ici ? la : l === la ? ici : l))
}

const suivant = async (
  db: Db,
  table: 'strategie_axe' | 'strategie_territoire',
  strategieId: string,
): Promise<number> => {
  const { rang } = await db
    .selectFrom(table)
    .select(({ fn }) => fn.max('rang').as('rang'))
    .where('strategie_id', '=', strategieId)
    .executeTakeFirstOrThrow()
  return (rang ?? -1) + 1
}

type Ecriture = {
  readonly executeTakeFirst: () => Promise<{ readonly numInsertedOrUpdatedRows?: bigint | undefined } | undefined>
}

/** Throws `introuvable` when the row of that id is not one that may be written. */
export const exigerUne = async (ecriture: Ecriture): Promise<void> => {
  const resultat = await ecriture.executeTakeFirst()
  exiger(resultat?.numInsertedOrUpdatedRows === 1n ? resultat : undefined, 'id')
}
