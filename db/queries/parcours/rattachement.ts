import type { Db } from '#db/connection.ts'
import type { Nomenclature } from '#shared/domaine/nomenclature.ts'
import {
  erreursDeRattachement,
  type Rattachement,
  type RattachementASaisir,
} from '#shared/domaine/parcours/rattachement.ts'
import { refuserErreurs, refuserPartenairesInconnus, surLeParcours } from './suivi.ts'

export const enregistrerRattachement = (
  db: Db,
  nomenclature: Nomenclature,
  saisi: RattachementASaisir,
  maintenant: Date,
): Promise<void> =>
  surLeParcours(db, nomenclature, saisi.suiviId, maintenant, async ({ trx, aujourdhui, instant }) => {
    const { suiviId, referentId, relaisId, relaisLe } = saisi
    refuserErreurs(erreursDeRattachement(saisi, aujourdhui))
    await refuserPartenairesInconnus(trx, [referentId, relaisId])
    const colonnes = { referent_id: referentId, relais_id: relaisId, relais_le: relaisLe, modifie_le: instant }
    await trx
      .insertInto('rattachement')
      .values({ suivi_id: suiviId, ...colonnes })
      .onConflict((oc) => oc.column('suivi_id').doUpdateSet(colonnes))
      .execute()
  })

/** By suivi; a suivi whose services were never noted has none. */
export const rattachementsDe = async (
  db: Db,
  suivis: readonly string[],
): Promise<ReadonlyMap<string, Rattachement>> => {
  const lignes = await db
    .selectFrom('rattachement as r')
    .leftJoin('partenaire as referent', 'referent.id', 'r.referent_id')
    .leftJoin('partenaire as relais', 'relais.id', 'r.relais_id')
    .select(['r.suivi_id', 'r.referent_id as referentId', 'r.relais_id as relaisId', 'r.relais_le as relaisLe'])
    .select(['referent.nom as referent', 'relais.nom as relais'])
    .where('r.suivi_id', 'in', suivis)
    .execute()
  return new Map(
    lignes.map(({ suivi_id, referentId, relaisId, relaisLe, referent, relais }) => [
      suivi_id,
      { referentId, relaisId, relaisLe, referent, relais },
    ]),
  )
}
