import type { Periode } from '#shared/domaine/bilan/periode.ts'
import type { CodeDispositif } from '#shared/domaine/dispositifs/index.ts'
import type { Db } from '../connection.ts'

/** A lot that this post made, without what it holds. */
export type LotFait = Periode & {
  readonly id: string
  readonly dispositif: CodeDispositif
  readonly numero: number
  readonly faitLe: string
  readonly destinataire: string
  readonly empreinte: string
}

/** The rank of the next lot for these days, whoever it is for. */
export const prochainNumero = async (trx: Db, dispositif: CodeDispositif, { du, au }: Periode): Promise<number> => {
  const { dernier } = await trx
    .selectFrom('lot_fait')
    .select(({ fn }) => fn.max('numero').as('dernier'))
    .where('dispositif', '=', dispositif)
    .where('du', '=', du)
    .where('au', '=', au)
    .executeTakeFirstOrThrow()
  return (dernier ?? 0) + 1
}

export const noterLotFait = async (trx: Db, { faitLe, ...lot }: LotFait): Promise<void> => {
  await trx
    .insertInto('lot_fait')
    .values({ ...lot, fait_le: faitLe })
    .execute()
}

/** Latest first. */
export const listerLotsFaits = (db: Db, dispositif: CodeDispositif): Promise<LotFait[]> =>
  db
    .selectFrom('lot_fait')
    .select(['id', 'dispositif', 'du', 'au', 'numero', 'fait_le as faitLe', 'destinataire', 'empreinte'])
    .where('dispositif', '=', dispositif)
    .orderBy('fait_le', 'desc')
    .orderBy('numero', 'desc')
    .execute()
