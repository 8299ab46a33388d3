import type { Db } from '#db/connection.ts'
import type { Nomenclature } from '#shared/domaine/nomenclature.ts'
import { lireReponses } from '#db/queries/reponses.ts'
import {
  type CorrectionASaisir,
  erreursDeSituation,
  type Situation,
  type SituationASaisir,
} from '#shared/domaine/parcours/situation.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { parSuivi } from './lire-cadre-penal.ts'
import { refuserErreurs, surLeParcours } from './suivi.ts'

/** Writes a situation, or replaces it as long as it isn't validated; saved validated, it is frozen from then on. */
export const enregistrerSituation = (
  db: Db,
  nomenclature: Nomenclature,
  saisie: SituationASaisir,
  maintenant: Date,
): Promise<void> =>
  surLeParcours(db, nomenclature, saisie.suiviId, maintenant, async ({ trx, aujourdhui, instant }) => {
    const { suiviId, moment, date, jointe, reponses, validee } = saisie
    refuserErreurs(erreursDeSituation(nomenclature, saisie, aujourdhui))
    if ((await lireEnregistree(trx, suiviId, moment))?.validee_le != null) throw new ErreurMetier('situation-figee')
    const colonnes = {
      date,
      jointe: Number(jointe),
      reponses: JSON.stringify(reponses),
      validee_le: validee ? instant : null,
      modifie_le: instant,
    }
    await trx
      .insertInto('situation')
      .values({ suivi_id: suiviId, moment, ...colonnes })
      .onConflict((oc) => oc.columns(['suivi_id', 'moment']).doUpdateSet(colonnes))
      .execute()
  })

/** Changes a frozen situation, keeping what it said and why it changed. Asked twice with the same id, it corrects once. */
export const corrigerSituation = (
  db: Db,
  nomenclature: Nomenclature,
  saisie: CorrectionASaisir,
  maintenant: Date,
): Promise<void> =>
  surLeParcours(db, nomenclature, saisie.suiviId, maintenant, async ({ trx, aujourdhui, instant }) => {
    const { id, suiviId, moment, motif, date, jointe, reponses } = saisie
    refuserErreurs(erreursDeSituation(nomenclature, saisie, aujourdhui))
    const avant = await lireEnregistree(trx, suiviId, moment)
    if (avant === undefined || avant.validee_le === null) throw new ErreurMetier('introuvable')
    const deja = await trx
      .selectFrom('situation_correction')
      .select(['suivi_id', 'moment'])
      .where('id', '=', id)
      .executeTakeFirst()
    if (deja !== undefined && (deja.suivi_id !== suiviId || deja.moment !== moment))
      throw new ErreurMetier('entree-invalide', { champs: { id: 'pris' } })
    if (deja !== undefined) return
    await trx
      .insertInto('situation_correction')
      .values({
        id,
        suivi_id: suiviId,
        moment,
        motif,
        date_avant: avant.date,
        reponses_avant: avant.reponses,
        corrigee_le: instant,
      })
      .execute()
    await trx
      .updateTable('situation')
      .set({ date, jointe: Number(jointe), reponses: JSON.stringify(reponses), modifie_le: instant })
      .where('suivi_id', '=', suiviId)
      .where('moment', '=', moment)
      .execute()
  })

const lireEnregistree = (db: Db, suiviId: string, moment: Situation['moment']) =>
  db
    .selectFrom('situation')
    .select(['date', 'reponses', 'validee_le'])
    .where('suivi_id', '=', suiviId)
    .where('moment', '=', moment)
    .executeTakeFirst()

export const situationsDe = async (db: Db, suivis: readonly string[]): Promise<ReadonlyMap<string, Situation[]>> => {
  const lignes = await db.selectFrom('situation').selectAll().where('suivi_id', 'in', suivis).orderBy('date').execute()
  const corrections = await db
    .selectFrom('situation_correction')
    .selectAll()
    .where('suivi_id', 'in', suivis)
    .orderBy('corrigee_le')
    .execute()
  const corrigees = Map.groupBy(corrections, (c) => `${c.suivi_id} ${c.moment}`)
  return parSuivi(lignes, (l) => ({
    moment: l.moment,
    date: l.date,
    jointe: l.jointe === 1,
    reponses: lireReponses(l.reponses),
    valideeLe: l.validee_le,
    corrections: (corrigees.get(`${l.suivi_id} ${l.moment}`) ?? []).map((c) => ({
      id: c.id,
      corrigeeLe: c.corrigee_le,
      motif: c.motif,
      date: c.date_avant,
      reponses: lireReponses(c.reponses_avant),
    })),
  }))
}
