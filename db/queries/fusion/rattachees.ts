import { sql } from 'kysely'
import { entier } from '#db/cloison.ts'
import type { Db } from '#db/connection.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'

/** Tables whose rows hang on a person by `personne_id`. */
export const rattachees = [
  'participation',
  'presence',
  'accueil',
  'reperage',
  'remise_notice',
  'point_nominatif',
] as const

/** Throws `fusion-hors-droits` unless this user sees everything that hangs on this person. */
export const exigerTout = async (trx: Db, personneId: string): Promise<void> => {
  for (const table of rattachees)
    if ((await compter(trx, table, personneId)) < (await compter(entier(trx), table, personneId)))
      throw new ErreurMetier('fusion-hors-droits')
}

const compter = async (db: Db, table: (typeof rattachees)[number], personneId: string): Promise<number> => {
  const { n } = await db
    .selectFrom(table)
    .select(sql<number>`count(*)`.as('n'))
    .where('personne_id', '=', personneId)
    .executeTakeFirstOrThrow()
  return n
}
