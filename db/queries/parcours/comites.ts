import { z } from 'zod'
import type { Db } from '#db/connection.ts'
import { inTransaction } from '#db/transaction.ts'
import type { Nomenclature } from '#shared/domaine/nomenclature.ts'
import { type Comite, type DecisionDuParcours, erreursDeComite } from '#shared/domaine/parcours/comite.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { jourLocal } from '#shared/utils/dates.ts'
import { parSuivi } from './lire-cadre-penal.ts'
import { estDeLaListe, exigerParcours, refuserErreurs } from './suivi.ts'

/** Writes a comité and all its decisions; one that is no longer there goes out of sight, never away. */
export const noterComite = (db: Db, nomenclature: Nomenclature, comite: Comite, maintenant: Date): Promise<void> =>
  inTransaction(db, async (trx) => {
    exigerParcours(nomenclature)
    const dispositif = nomenclature.code
    const inconnue = (code: string): boolean => !estDeLaListe(nomenclature, 'fonction', code)
    refuserErreurs({
      ...erreursDeComite(comite, jourLocal(maintenant)),
      ...(comite.participants.some(inconnue) ? { participants: 'valeur-inconnue' } : {}),
      ...Object.fromEntries(
        comite.decisions.flatMap((d, i) => (inconnue(d.acteur) ? [[`decisions.${i}.acteur`, 'valeur-inconnue']] : [])),
      ),
    })
    await refuserEtrangers(trx, dispositif, comite)
    const instant = maintenant.toISOString()
    const { id, date, forme } = comite
    const colonnes = { date, forme, participants: JSON.stringify(comite.participants), modifie_le: instant }
    await trx
      .insertInto('comite')
      .values({ id, dispositif, ...colonnes, supprime_le: null })
      .onConflict((oc) => oc.column('id').doUpdateSet({ ...colonnes, supprime_le: null }))
      .execute()
    await ecrireDecisions(trx, comite, instant)
  })

/** A comité keeps its dispositif, and reviews suivis of it only; its decisions keep their comité. */
const refuserEtrangers = async (trx: Db, dispositif: string, { id, decisions }: Comite): Promise<void> => {
  const avant = await trx.selectFrom('comite').select('dispositif').where('id', '=', id).executeTakeFirst()
  if (avant !== undefined && avant.dispositif !== dispositif)
    throw new ErreurMetier('entree-invalide', { champs: { id: 'pris' } })
  const suivis = [...new Set(decisions.map((d) => d.suiviId))]
  const siens = await trx
    .selectFrom('suivi')
    .select('id')
    .where('dispositif', '=', dispositif)
    .where('id', 'in', suivis)
    .execute()
  if (siens.length < suivis.length) throw new ErreurMetier('introuvable')
  const prises = await trx
    .selectFrom('comite_decision')
    .select('id')
    .where(
      'id',
      'in',
      decisions.map((d) => d.id),
    )
    .where('comite_id', '!=', id)
    .execute()
  if (prises.length > 0) throw new ErreurMetier('entree-invalide', { champs: { decisions: 'pris' } })
}

const ecrireDecisions = async (trx: Db, { id, decisions }: Comite, instant: string): Promise<void> => {
  await trx
    .updateTable('comite_decision')
    .set({ supprime_le: instant })
    .where('comite_id', '=', id)
    .where('supprime_le', 'is', null)
    .where(
      'id',
      'not in',
      decisions.map((d) => d.id),
    )
    .execute()
  for (const { id: decisionId, suiviId, decision, acteur, pourLe, faiteLe } of decisions) {
    const colonnes = {
      suivi_id: suiviId,
      decision,
      acteur,
      pour_le: pourLe,
      faite_le: faiteLe,
      supprime_le: null,
      modifie_le: instant,
    }
    await trx
      .insertInto('comite_decision')
      .values({ id: decisionId, comite_id: id, ...colonnes })
      .onConflict((oc) => oc.column('id').doUpdateSet(colonnes))
      .execute()
  }
}

/** Comités of a dispositif, latest first, with their decisions. */
export const listerComites = async (db: Db, dispositif: string): Promise<Comite[]> => {
  const comites = await db
    .selectFrom('comite')
    .select(['id', 'date', 'forme', 'participants'])
    .where('dispositif', '=', dispositif)
    .where('supprime_le', 'is', null)
    .orderBy('date', 'desc')
    .orderBy('id')
    .execute()
  const decisions = await decisionsActives(db)
    .where('c.dispositif', '=', dispositif)
    .orderBy('d.modifie_le')
    .orderBy('d.id')
    .execute()
  const parComite = Map.groupBy(decisions, (d) => d.comiteId)
  return comites.map(({ id, date, forme, participants }) => ({
    id,
    date,
    forme,
    participants: z.array(z.string()).parse(JSON.parse(participants)),
    decisions: (parComite.get(id) ?? []).map(({ suivi_id: suiviId, ...d }) => ({
      id: d.id,
      suiviId,
      decision: d.decision,
      acteur: d.acteur,
      pourLe: d.pourLe,
      faiteLe: d.faiteLe,
    })),
  }))
}

export const decisionsDe = async (
  db: Db,
  suivis: readonly string[],
): Promise<ReadonlyMap<string, DecisionDuParcours[]>> =>
  parSuivi(
    await decisionsActives(db).where('d.suivi_id', 'in', suivis).orderBy('c.date').orderBy('d.id').execute(),
    ({ id, decision, acteur, pourLe, faiteLe, comiteId, date }) => ({
      id,
      decision,
      acteur,
      pourLe,
      faiteLe,
      comiteId,
      date,
    }),
  )

const decisionsActives = (db: Db) =>
  db
    .selectFrom('comite_decision as d')
    .innerJoin('comite as c', 'c.id', 'd.comite_id')
    .select(['d.id', 'd.suivi_id', 'd.decision', 'd.acteur', 'd.pour_le as pourLe', 'd.faite_le as faiteLe'])
    .select(['d.comite_id as comiteId', 'c.date'])
    .where('d.supprime_le', 'is', null)
    .where('c.supprime_le', 'is', null)
