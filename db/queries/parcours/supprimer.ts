import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { Nomenclature } from '#shared/domaine/nomenclature.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import type { Retirable } from '#shared/ipc/contract/parcours.ts'

/** Takes one dated thing of a parcours out of every screen and count; a null instant brings it back. Nothing is destroyed. */
export const marquerSupprime = async (
  db: Db,
  { code }: Nomenclature,
  { genre, id }: { readonly genre: Retirable; readonly id: string },
  supprimeLe: string | null,
): Promise<void> => {
  const [table, dispositif] = tables[genre]
  const { rows } = await sql`update main.${sql.table(table)} as t set supprime_le = ${supprimeLe}
    where t.id = ${id} and (${sql.raw(dispositif)}) = ${code} returning id`.execute(db)
  if (rows.length === 0) throw new ErreurMetier('introuvable')
}

const DU_SUIVI = 'select s.dispositif from suivi s where s.id = t.suivi_id'

/** Where each is kept, and how the row `t` tells its dispositif. */
const tables: Readonly<Record<Retirable, readonly [table: string, dispositif: string]>> = {
  consentement: ['consentement', DU_SUIVI],
  'statut-penal': ['statut_penal', DU_SUIVI],
  mesure: ['mesure', DU_SUIVI],
  passage: ['passage', DU_SUIVI],
  demarche: ['demarche', DU_SUIVI],
  'statut-demarche': [
    'demarche_statut',
    'select s.dispositif from suivi s join demarche d on d.suivi_id = s.id where d.id = t.demarche_id',
  ],
  contrat: ['contrat', DU_SUIVI],
  comite: ['comite', 'select t.dispositif'],
}
