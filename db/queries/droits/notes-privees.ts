import { randomUUID } from 'node:crypto'
import type { Db } from '#db/connection.ts'
import { inTransaction } from '#db/transaction.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'

type Ou = { readonly suiviId: string; readonly entretienId: string | null }
type Note = { readonly texte: string; readonly modifieLe: string | null }

/** The note of this user there. The connection itself shows no other one's (`cloison.ts`); the author is asked for as well. */
export const lireNotePrivee = async (db: Db, agent: string | null, ou: Ou): Promise<Note> => {
  await exigerLieu(db, ou)
  const lue = await sienne(db, agent, ou).select(['texte', 'modifie_le']).executeTakeFirst()
  return lue === undefined ? { texte: '', modifieLe: null } : { texte: lue.texte, modifieLe: lue.modifie_le }
}

/** Writes it whole; empty, it is erased. */
export const ecrireNotePrivee = (
  db: Db,
  agent: string | null,
  { texte, ...ou }: Ou & { readonly texte: string },
  maintenant: Date,
): Promise<{ modifieLe: string | null }> =>
  inTransaction(db, async (trx) => {
    await exigerLieu(trx, ou)
    const lue = await sienne(trx, agent, ou).select('id').executeTakeFirst()
    const modifie_le = maintenant.toISOString()
    if (texte === '') {
      if (lue !== undefined) await trx.deleteFrom('note_privee').where('id', '=', lue.id).execute()
      return { modifieLe: null }
    }
    if (lue === undefined)
      await trx
        .insertInto('note_privee')
        .values({ id: randomUUID(), suivi_id: ou.suiviId, entretien_id: ou.entretienId, agent, texte, modifie_le })
        .execute()
    else await trx.updateTable('note_privee').set({ texte, modifie_le }).where('id', '=', lue.id).execute()
    return { modifieLe: modifie_le }
  })

const sienne = (db: Db, agent: string | null, { suiviId, entretienId }: Ou) =>
  db
    .selectFrom('note_privee')
    .where('suivi_id', '=', suiviId)
    .where('entretien_id', 'is', entretienId)
    .where('agent', 'is', agent)

/** A suivi that this user reads, and an entretien of it. */
const exigerLieu = async (db: Db, { suiviId, entretienId }: Ou): Promise<void> => {
  const suivi = await db.selectFrom('suivi').select('id').where('id', '=', suiviId).executeTakeFirst()
  const entretien =
    entretienId === null
      ? { id: null }
      : await db
          .selectFrom('entretien')
          .select('id')
          .where('id', '=', entretienId)
          .where('suivi_id', '=', suiviId)
          .executeTakeFirst()
  if (suivi === undefined || entretien === undefined) throw new ErreurMetier('introuvable')
}
