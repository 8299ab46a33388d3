import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { inTransaction } from '#db/transaction.ts'
import type { Nomenclature } from '#shared/domaine/nomenclature.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import type { RetirableTig } from '#shared/ipc/contract/tig.ts'
import { exigerAccueils } from './exiger.ts'
import { refuserChevauchement } from './journees.ts'

/** Takes an accueil, a line of its sheet or an incident out of every screen and count; a null instant brings it back. */
export const marquerRetire = (
  db: Db,
  nomenclature: Nomenclature,
  { genre, id }: { readonly genre: RetirableTig; readonly id: string },
  supprimeLe: string | null,
): Promise<void> =>
  inTransaction(db, async (trx) => {
    exigerAccueils(nomenclature)
    const cle = genre === 'accueil' ? 'suivi_id' : 'id'
    const { rows } = await sql`update main.${sql.table(genre)} as t set supprime_le = ${supprimeLe}
      where t.${sql.ref(cle)} = ${id}
      and exists (select 1 from suivi s where s.id = t.suivi_id and s.dispositif = ${nomenclature.code})
      returning suivi_id`.execute(trx)
    if (rows.length === 0) throw new ErreurMetier('introuvable')
    if (supprimeLe === null) await refuserRetour(trx, genre, id)
  })

/** Since it was taken out, something else may have been noted at the same hours. */
export const refuserRetour = async (trx: Db, genre: RetirableTig, id: string): Promise<void> => {
  if (genre === 'incident') return
  const revenues = await trx
    .selectFrom('journee as j')
    .innerJoin('accueil as a', 'a.suivi_id', 'j.suivi_id')
    .select(['j.id', 'j.date', 'j.debut', 'j.fin', 'j.pause', 'j.repas', 'j.trajet', 'a.personne_id as personneId'])
    .where(genre === 'accueil' ? 'j.suivi_id' : 'j.id', '=', id)
    .where('j.supprime_le', 'is', null)
    .execute()
  for (const { personneId, ...journee } of revenues) await refuserChevauchement(trx, personneId, journee)
}
