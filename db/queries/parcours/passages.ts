import type { Db } from '#db/connection.ts'
import type { Nomenclature } from '#shared/domaine/nomenclature.ts'
import { erreursDePassage, type Passage, type PassageASaisir } from '#shared/domaine/parcours/passage.ts'
import { connaitEtablissement } from './etablissements.ts'
import { parSuivi } from './lire-cadre-penal.ts'
import { refuserErreurs, refuserIdPris, surLeParcours } from './suivi.ts'

export const enregistrerPassage = (
  db: Db,
  nomenclature: Nomenclature,
  saisi: PassageASaisir,
  maintenant: Date,
): Promise<void> =>
  surLeParcours(db, nomenclature, saisi.suiviId, maintenant, async ({ trx, aujourdhui, instant }) => {
    const { id, suiviId, ...passage } = saisi
    await refuserIdPris(trx, 'passage', id, suiviId)
    refuserErreurs({
      ...erreursDePassage(passage, aujourdhui),
      ...((await connaitEtablissement(trx, passage.etablissement)) ? {} : { etablissement: 'valeur-inconnue' }),
    })
    const colonnes = { ...passage, supprime_le: null, modifie_le: instant }
    await trx
      .insertInto('passage')
      .values({ id, suivi_id: suiviId, ...colonnes })
      .onConflict((oc) => oc.column('id').doUpdateSet(colonnes))
      .execute()
  })

export const passagesDe = async (db: Db, suivis: readonly string[]): Promise<ReadonlyMap<string, Passage[]>> =>
  parSuivi(
    await db
      .selectFrom('passage')
      .select(['suivi_id', 'id', 'etablissement', 'quartier', 'entree', 'sortie', 'mode'])
      .where('suivi_id', 'in', suivis)
      .where('supprime_le', 'is', null)
      .orderBy('entree')
      .orderBy('id')
      .execute(),
    ({ id, etablissement, quartier, entree, sortie, mode }) => ({
      id,
      etablissement,
      entree,
      sortie,
      quartier,
      mode,
    }),
  )
