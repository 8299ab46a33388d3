import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { estVisible } from '#db/queries/suivis.ts'
import type { Nomenclature } from '#shared/domaine/nomenclature.ts'
import { horloges } from '#shared/domaine/dispositifs/cvp/horloges.ts'
import { type EcheanceLegaleDuSuivi, echeancesLegales } from '#shared/domaine/parcours/horloge.ts'
import { composerParcours, type Parcours } from '#shared/domaine/parcours/parcours.ts'
import { type Sortie, sortieDe } from '#shared/domaine/parcours/sorties.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { lireFaits } from './lire-faits.ts'
import { exigerParcours } from './suivi.ts'

/** The whole parcours of one suivi, and what its dates say on that day. */
export const lireParcours = async (
  db: Db,
  nomenclature: Nomenclature,
  suiviId: string,
  aujourdhui: string,
): Promise<Parcours> => {
  exigerParcours(nomenclature)
  const [faits] = await lireFaits(db, nomenclature, [suiviId])
  if (faits === undefined) throw new ErreurMetier('introuvable')
  return composerParcours(nomenclature, faits, aujourdhui)
}

/**
 * Coming releases of the open suivis of a dispositif, soonest first, those without a date last. The day is all it may be
 * asked: a list by mesure, statut or mode of release does not exist (DP-18, after art. R113-51, code pénitentiaire).
 */
export const listerSorties = async (db: Db, nomenclature: Nomenclature, aujourdhui: string): Promise<Sortie[]> =>
  (await lireOuverts(db, nomenclature, attendUneSortie))
    .flatMap((faits) => sortieDe(nomenclature, faits, aujourdhui) ?? [])
    .toSorted((a, b) => (a.sortiePrevue ?? '9').localeCompare(b.sortiePrevue ?? '9') || a.numero - b.numero)

/** Legal clocks of all the open suivis of a dispositif that ring between two days, in order, whoever they concern. */
export const listerEcheancesLegales = async (
  db: Db,
  nomenclature: Nomenclature,
  { jour, jusquau }: { readonly jour: string; readonly jusquau: string },
): Promise<EcheanceLegaleDuSuivi[]> =>
  (await lireOuverts(db, nomenclature))
    .flatMap((faits) => {
      const { id: suiviId, numero } = faits.suivi
      const personnes = faits.personnes.map(({ id, libelle }) => ({ id, libelle }))
      return echeancesLegales(horloges, faits, jour).map((e) => Object.assign(e, { suiviId, numero, personnes }))
    })
    .filter(({ date }) => jour <= date && date <= jusquau)
    .toSorted((a, b) => a.date.localeCompare(b.date) || a.numero - b.numero)

/** All that is stored of the open suivis of a dispositif. */
export const lireOuverts = async (db: Db, nomenclature: Nomenclature, condition = sql<boolean>`true`) => {
  exigerParcours(nomenclature)
  const ouverts = await db
    .selectFrom('suivi as s')
    .select('s.id')
    .where('s.dispositif', '=', nomenclature.code)
    .where('s.clos_le', 'is', null)
    .where(estVisible)
    .where(condition)
    .orderBy('s.numero')
    .execute()
  return lireFaits(
    db,
    nomenclature,
    ouverts.map((s) => s.id),
  )
}

/** Inside, or with a day announced; the domain then decides. The suivi is named `s` in the query. */
const attendUneSortie = sql<boolean>`(
  exists (select 1 from passage p where p.suivi_id = s.id and p.supprime_le is null and p.mode is null)
  or exists (select 1 from parcours_repere r where r.suivi_id = s.id
    and r.repere in ('sortie-prevue', 'fin-de-peine') and r.date is not null))`
