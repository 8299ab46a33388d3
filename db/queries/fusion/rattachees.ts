import { sql } from 'kysely'
import { entier } from '#db/cloison.ts'
import type { Db } from '#db/connection.ts'
import { lireReglages } from '#db/queries/reglages.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'

/** Tables whose rows hang on a person by `personne_id`. */
export const rattachees = [
  'participation',
  'presence',
  'accueil',
  'reperage',
  'remise_notice',
  'point_nominatif',
  'demande_droit',
  'restriction',
] as const

/**
 * Whether this user sees every job of the coffre. It depends on him alone and on no person: a merge refused, or not told,
 * says nothing of what somebody lives under another job.
 */
export const voitTout = async (db: Db): Promise<boolean> => {
  const [siens, tous] = await Promise.all([lireReglages(db), lireReglages(entier(db))])
  return siens.dispositifs.length === tous.dispositifs.length
}

/** Throws `fusion-hors-droits` unless this user sees every job, and everything that hangs on this person. */
export const exigerTout = async (trx: Db, personneId: string): Promise<void> => {
  if (!(await voitTout(trx))) throw new ErreurMetier('fusion-hors-droits')
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
