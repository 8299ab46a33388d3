import type { Db } from '#db/connection.ts'
import type { Nomenclature } from '#shared/domaine/nomenclature.ts'
import {
  type Consentement,
  type ConsentementASaisir,
  erreursDeConsentement,
} from '#shared/domaine/parcours/consentement.ts'
import { parSuivi } from './lire-cadre-penal.ts'
import { estDeLaListe, refuserErreurs, refuserIdPris, surLeParcours } from './suivi.ts'

export const noterConsentement = (
  db: Db,
  nomenclature: Nomenclature,
  saisi: ConsentementASaisir,
  maintenant: Date,
): Promise<void> =>
  surLeParcours(db, nomenclature, saisi.suiviId, maintenant, async ({ trx, aujourdhui, instant }) => {
    const { id, suiviId, objet, reponse, date, par, aupresDe } = saisi
    await refuserIdPris(trx, 'consentement', id, suiviId)
    refuserErreurs({
      ...erreursDeConsentement(saisi, aujourdhui),
      ...(estDeLaListe(nomenclature, 'fonction', par) ? {} : { par: 'valeur-inconnue' }),
    })
    const colonnes = { objet, reponse, date, par, aupres_de: aupresDe, supprime_le: null, modifie_le: instant }
    await trx
      .insertInto('consentement')
      .values({ id, suivi_id: suiviId, ...colonnes })
      .onConflict((oc) => oc.column('id').doUpdateSet(colonnes))
      .execute()
  })

export const consentementsDe = async (
  db: Db,
  suivis: readonly string[],
): Promise<ReadonlyMap<string, Consentement[]>> =>
  parSuivi(
    await db
      .selectFrom('consentement')
      .select(['suivi_id', 'id', 'objet', 'reponse', 'date', 'par', 'aupres_de'])
      .where('suivi_id', 'in', suivis)
      .where('supprime_le', 'is', null)
      .orderBy('date')
      .orderBy('modifie_le')
      .execute(),
    ({ id, objet, reponse, date, par, aupres_de }) => ({
      id,
      objet,
      reponse,
      date,
      par,
      aupresDe: aupres_de,
    }),
  )
