import { sql } from 'kysely'
import { pourTous } from '#db/cloison.ts'
import type { Db } from '#db/connection.ts'
import { transmettreParcours } from './parcours/transmettre.ts'

/**
 * Gives all that hangs on a suivi about to go away to the one that takes its entretiens over. Where both have the same
 * thing, the notice handed over there stands, the longer prolongation too, and two private notes of one author become one.
 */
export const transmettreSuivi = async (trx: Db, de: string, vers: string): Promise<void> => {
  await trx.updateTable('echeance').set({ suivi_id: vers }).where('suivi_id', '=', de).execute()
  await transmettreParcours(trx, de, vers)
  await sql`update main.remise_notice as n set suivi_id = ${vers} where n.suivi_id = ${de} and not exists (
    select 1 from main.remise_notice as r where r.suivi_id = ${vers} and r.personne_id = n.personne_id)`.execute(trx)
  await sql`delete from main.remise_notice where suivi_id = ${de}`.execute(trx)
  await sql`insert into main.prolongation select ${vers}, motif, jusqu_au, note_le from main.prolongation where suivi_id = ${de}
    on conflict (suivi_id) do update set motif = excluded.motif, jusqu_au = excluded.jusqu_au, note_le = excluded.note_le
    where excluded.jusqu_au > prolongation.jusqu_au`.execute(trx)
  await sql`delete from main.prolongation where suivi_id = ${de}`.execute(trx)
  await sql`delete from main.suivi_anonymise where suivi_id = ${de}`.execute(trx)
  await pourTous(trx, 'note_privee', () => transmettreNotes(trx, de, vers))
}

/** Private notes stay with their entretien, whoever wrote them, when it goes from one suivi to another. */
export const suivreEntretien = (trx: Db, id: string): Promise<void> =>
  pourTous(trx, 'note_privee', async () => {
    await sql`update main.note_privee set suivi_id = (select suivi_id from main.entretien where id = ${id})
      where entretien_id = ${id}`.execute(trx)
  })

const transmettreNotes = async (trx: Db, de: string, vers: string): Promise<void> => {
  await sql`update main.note_privee as n set texte = n.texte || char(10, 10) || o.texte from main.note_privee as o
    where n.suivi_id = ${vers} and n.entretien_id is null and o.suivi_id = ${de} and o.entretien_id is null
      and o.agent is n.agent`.execute(trx)
  await sql`delete from main.note_privee as o where o.suivi_id = ${de} and o.entretien_id is null and exists (
    select 1 from main.note_privee as n where n.suivi_id = ${vers} and n.entretien_id is null and n.agent is o.agent)`.execute(
    trx,
  )
  await sql`update main.note_privee set suivi_id = ${vers} where suivi_id = ${de}`.execute(trx)
}
