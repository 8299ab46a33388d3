import type { Db } from '#db/connection.ts'
import { inTransaction } from '#db/transaction.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import type { RetirableDeStrategie } from '#shared/ipc/contract/strategie.ts'
import { exiger, exigerStrategie, strategieDeLAxe, trouverFiche } from './appartenance.ts'

type Retrait = { readonly genre: RetirableDeStrategie; readonly id: string }

/**
 * Takes something out, or puts it back (`le` null). Nothing is destroyed. An axe or a territory that still holds fiches
 * stays (`valeur-utilisee`); what was taken out of something taken out since can't come back alone (`introuvable`).
 */
export const retirerDeStrategie = async (db: Db, { genre, id }: Retrait, le: string | null): Promise<void> =>
  inTransaction(db, async (trx) => {
    const table = tables[genre]
    const ligne = await trx.selectFrom(table).select('supprime_le').where('id', '=', id).executeTakeFirst()
    if ((exiger(ligne, 'id').supprime_le === null) === (le === null)) throw new ErreurMetier('introuvable')
    await verifications[genre](trx, id, le !== null)
    await trx.updateTable(table).set({ supprime_le: le }).where('id', '=', id).execute()
  })

const tables = {
  strategie: 'strategie',
  axe: 'strategie_axe',
  territoire: 'strategie_territoire',
  fiche: 'fiche_action',
  indicateur: 'indicateur',
} as const satisfies Readonly<Record<RetirableDeStrategie, string>>

type Verification = (db: Db, id: string, retrait: boolean) => Promise<unknown>

const verifications: Readonly<Record<RetirableDeStrategie, Verification>> = {
  strategie: async (db, id, retrait) => {
    const exemple = db.selectFrom('strategie').select('exemple').where('id', '=', id)
    const autre = await db
      .selectFrom('strategie')
      .select('id')
      .where('exemple', '=', exemple)
      .where('supprime_le', 'is', null)
      .where('id', '!=', id)
      .executeTakeFirst()
    if (!retrait && autre !== undefined)
      throw new ErreurMetier('entree-invalide', { champs: { exemple: 'deja-charge' } })
  },
  axe: async (db, id, retrait) => {
    const { strategie_id } = await db
      .selectFrom('strategie_axe')
      .select('strategie_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    await exigerStrategie(db, strategie_id)
    if (retrait) await exigerVide(db, 'axe_id', id)
  },
  territoire: async (db, id, retrait) => {
    const { strategie_id } = await db
      .selectFrom('strategie_territoire')
      .select('strategie_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    await exigerStrategie(db, strategie_id)
    if (retrait) await exigerVide(db, 'territoire_id', id)
  },
  fiche: async (db, id) => {
    const { axe_id, territoire_id } = await db
      .selectFrom('fiche_action')
      .select(['axe_id', 'territoire_id'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    await strategieDeLAxe(db, axe_id)
    if (territoire_id === null) return
    const territoire = await db
      .selectFrom('strategie_territoire')
      .select('id')
      .where('id', '=', territoire_id)
      .where('supprime_le', 'is', null)
      .executeTakeFirst()
    exiger(territoire, 'territoireId')
  },
  indicateur: async (db, id) => {
    const { fiche_id } = await db
      .selectFrom('indicateur')
      .select('fiche_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    await trouverFiche(db, fiche_id)
  },
}

const exigerVide = async (db: Db, colonne: 'axe_id' | 'territoire_id', id: string): Promise<void> => {
  const fiche = await db
    .selectFrom('fiche_action')
    .select('id')
    .where(colonne, '=', id)
    .where('supprime_le', 'is', null)
    .executeTakeFirst()
  if (fiche !== undefined) throw new ErreurMetier('valeur-utilisee', { champs: { id: 'fiches' } })
}
