import type { Db } from '#db/connection.ts'
import type { Nomenclature } from '#shared/domaine/nomenclature.ts'
import { type ContratASaisir, erreursDeContrat } from '#shared/domaine/parcours/contrat.ts'
import { parSuivi } from './lire-cadre-penal.ts'
import { refuserErreurs, refuserIdPris, surLeParcours } from './suivi.ts'

export const enregistrerContrat = (
  db: Db,
  nomenclature: Nomenclature,
  saisi: ContratASaisir,
  maintenant: Date,
): Promise<void> =>
  surLeParcours(db, nomenclature, saisi.suiviId, maintenant, async ({ trx, instant }) => {
    const { id, suiviId, ...contrat } = saisi
    await refuserIdPris(trx, 'contrat', id, suiviId)
    refuserErreurs(erreursDeContrat(contrat))
    const colonnes = { ...contrat, supprime_le: null, modifie_le: instant }
    await trx
      .insertInto('contrat')
      .values({ id, suivi_id: suiviId, ...colonnes })
      .onConflict((oc) => oc.column('id').doUpdateSet(colonnes))
      .execute()
  })

export const contratsDe = async (db: Db, suivis: readonly string[]) =>
  parSuivi(
    await db
      .selectFrom('contrat')
      .select(['suivi_id', 'id', 'type', 'du', 'au'])
      .where('suivi_id', 'in', suivis)
      .where('supprime_le', 'is', null)
      .orderBy('du')
      .orderBy('id')
      .execute(),
    ({ id, type, du, au }) => ({ id, type, du, au }),
  )
