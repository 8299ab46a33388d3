import type { Db } from '#db/connection.ts'
import type { Nomenclature } from '#shared/domaine/nomenclature.ts'
import {
  estAncienne,
  erreursDeMesure,
  type MesureASaisir,
  mesuresContredites,
} from '#shared/domaine/parcours/mesure.ts'
import type { Necessite } from '#shared/domaine/parcours/necessite.ts'
import type { StatutPenalASaisir } from '#shared/domaine/parcours/statut-penal.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { lireMesures, lireStatuts } from './lire-cadre-penal.ts'
import { type Acte, estDeLaListe, exigerParcours, refuserErreurs, refuserIdPris, surLeParcours } from './suivi.ts'

/**
 * Writes of the judicial frame. No function of this folder takes a mesure, a statut or a mode of release as a filter: nobody
 * lists persons by them (requirement DP-18, after art. R113-51, code pénitentiaire).
 */
export const enregistrerStatutPenal = (
  db: Db,
  nomenclature: Nomenclature,
  saisi: StatutPenalASaisir,
  maintenant: Date,
): Promise<void> =>
  surLeParcours(db, nomenclature, saisi.suiviId, maintenant, async (acte) => {
    const { trx, aujourdhui, instant } = acte
    const { id, suiviId, statut, du } = saisi
    await refuserSansNecessite(acte)
    await refuserIdPris(trx, 'statut_penal', id, suiviId)
    const autres = (await lireStatuts(trx, suiviId)).filter((s) => s.id !== id)
    const contraires = mesuresContredites(nomenclature, await lireMesures(trx, suiviId), [
      ...autres,
      { id, statut, du },
    ])
    refuserErreurs({
      ...(du !== null && du > aujourdhui ? { du: 'futur' } : {}),
      ...(contraires.length > 0 ? { statut: 'prevenu-sans-amenagement' } : {}),
    })
    const colonnes = { statut, du, supprime_le: null, modifie_le: instant }
    await trx
      .insertInto('statut_penal')
      .values({ id, suivi_id: suiviId, ...colonnes })
      .onConflict((oc) => oc.column('id').doUpdateSet(colonnes))
      .execute()
  })

/** `importee`: read in an old file, whose former labels are kept. */
export const enregistrerMesure = (
  db: Db,
  nomenclature: Nomenclature,
  saisie: MesureASaisir,
  maintenant: Date,
  { importee = false }: { readonly importee?: boolean } = {},
): Promise<void> =>
  surLeParcours(db, nomenclature, saisie.suiviId, maintenant, async (acte) => {
    const { trx, aujourdhui, instant } = acte
    const { id, suiviId, mesure, du, finPrevue, au } = saisie
    await refuserSansNecessite(acte)
    await refuserIdPris(trx, 'mesure', id, suiviId)
    const connue = (await lireMesures(trx, suiviId)).find((m) => m.id === id)
    if (estAncienne(mesure) && !importee && connue?.mesure !== mesure)
      throw new ErreurMetier('entree-invalide', { champs: { mesure: 'ancienne' } })
    refuserErreurs(erreursDeMesure(nomenclature, saisie, await lireStatuts(trx, suiviId), aujourdhui))
    const colonnes = { mesure, du, fin_prevue: finPrevue, au, supprime_le: null, modifie_le: instant }
    await trx
      .insertInto('mesure')
      .values({ id, suivi_id: suiviId, ...colonnes })
      .onConflict((oc) => oc.column('id').doUpdateSet(colonnes))
      .execute()
  })

const refuserSansNecessite = async ({ trx, nomenclature }: Acte): Promise<void> => {
  if ((await lireNecessite(trx, nomenclature.code)) === null) throw new ErreurMetier('necessite-absente')
}

export const lireNecessite = async (db: Db, dispositif: string): Promise<Necessite | null> =>
  (await db
    .selectFrom('necessite')
    .select(['declaree_le as declareeLe', 'par'])
    .where('dispositif', '=', dispositif)
    .executeTakeFirst()) ?? null

/** What is already noted stays when it is withdrawn: only nothing more is. */
export const declarerNecessite = async (
  db: Db,
  nomenclature: Nomenclature,
  necessite: Necessite | null,
): Promise<void> => {
  exigerParcours(nomenclature)
  const dispositif = nomenclature.code
  if (necessite === null) {
    await db.deleteFrom('necessite').where('dispositif', '=', dispositif).execute()
    return
  }
  const { par, declareeLe } = necessite
  if (!estDeLaListe(nomenclature, 'fonction', par))
    throw new ErreurMetier('valeur-inconnue', { champs: { par: 'valeur-inconnue' } })
  const colonnes = { declaree_le: declareeLe, par }
  await db
    .insertInto('necessite')
    .values({ dispositif, ...colonnes })
    .onConflict((oc) => oc.column('dispositif').doUpdateSet(colonnes))
    .execute()
}
