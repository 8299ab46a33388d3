import type { Db } from '#db/connection.ts'
import type { Nomenclature } from '#shared/domaine/nomenclature.ts'
import { type CodeRepere, erreursDeRepere } from '#shared/domaine/parcours/etape.ts'
import { parSuivi } from './lire-cadre-penal.ts'
import { refuserErreurs, surLeParcours } from './suivi.ts'

/** A null date takes the repère back. */
export const noterRepere = (
  db: Db,
  nomenclature: Nomenclature,
  saisi: { readonly suiviId: string; readonly repere: CodeRepere; readonly date: string | null },
  maintenant: Date,
): Promise<void> =>
  surLeParcours(db, nomenclature, saisi.suiviId, maintenant, async ({ trx, aujourdhui, instant }) => {
    refuserErreurs(erreursDeRepere(saisi, aujourdhui))
    const colonnes = { date: saisi.date, modifie_le: instant }
    await trx
      .insertInto('parcours_repere')
      .values({ suivi_id: saisi.suiviId, repere: saisi.repere, ...colonnes })
      .onConflict((oc) => oc.columns(['suivi_id', 'repere']).doUpdateSet(colonnes))
      .execute()
  })

export const reperesDe = async (db: Db, suivis: readonly string[]) =>
  parSuivi(
    await db
      .selectFrom('parcours_repere')
      .select(['suivi_id', 'repere', 'date'])
      .$narrowType<{ date: string }>()
      .where('suivi_id', 'in', suivis)
      .where('date', 'is not', null)
      .orderBy('date')
      .execute(),
    ({ repere, date }) => ({ repere, date }),
  )
