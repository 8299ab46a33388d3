import type { Db } from '#db/connection.ts'
import type { Mesure } from '#shared/domaine/parcours/mesure.ts'
import type { StatutPenalDate } from '#shared/domaine/parcours/statut-penal.ts'

/** Rows of the judicial frame of one suivi, or of several, by suivi: always asked for by suivi, never by what they say. */
export const lireStatuts = async (db: Db, suiviId: string): Promise<StatutPenalDate[]> =>
  (await statutsDe(db, [suiviId])).get(suiviId) ?? []

export const lireMesures = async (db: Db, suiviId: string): Promise<Mesure[]> =>
  (await mesuresDe(db, [suiviId])).get(suiviId) ?? []

type ParSuivi<T> = ReadonlyMap<string, T[]>

export const statutsDe = async (db: Db, suivis: readonly string[]): Promise<ParSuivi<StatutPenalDate>> =>
  parSuivi(
    await db
      .selectFrom('statut_penal')
      .select(['suivi_id', 'id', 'statut', 'du'])
      .where('suivi_id', 'in', suivis)
      .where('supprime_le', 'is', null)
      .orderBy('du')
      .orderBy('modifie_le')
      .execute(),
    ({ id, statut, du }) => ({ id, statut, du }),
  )

export const mesuresDe = async (db: Db, suivis: readonly string[]): Promise<ParSuivi<Mesure>> =>
  parSuivi(
    await db
      .selectFrom('mesure')
      .select(['suivi_id', 'id', 'mesure', 'du', 'fin_prevue', 'au'])
      .where('suivi_id', 'in', suivis)
      .where('supprime_le', 'is', null)
      .orderBy('du')
      .orderBy('id')
      .execute(),
    ({ id, mesure, du, fin_prevue, au }) => ({ id, mesure, du, finPrevue: fin_prevue, au }),
  )

/** Lines read for several suivis at once, under the suivi of each. */
export const parSuivi = <L extends { readonly suivi_id: string }, T>(
  lignes: readonly L[],
  lire: (ligne: L) => T,
): ParSuivi<T> =>
  new Map([...Map.groupBy(lignes, (l) => l.suivi_id)].map(([suivi, siennes]) => [suivi, siennes.map(lire)]))
