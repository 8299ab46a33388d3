import type { Db } from '#db/connection.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'

/** The living strategy of an axe. Throws `introuvable` for an axe or a strategy taken out, as for none. */
export const strategieDeLAxe = async (db: Db, axeId: string): Promise<string> =>
  exiger(
    await db
      .selectFrom('strategie_axe as a')
      .innerJoin('strategie as s', 's.id', 'a.strategie_id')
      .select('s.id')
      .where('a.id', '=', axeId)
      .where('a.supprime_le', 'is', null)
      .where('s.supprime_le', 'is', null)
      .executeTakeFirst(),
    'axeId',
  ).id

/** Where a living fiche stands. */
export const trouverFiche = async (db: Db, ficheId: string) =>
  exiger(
    await db
      .selectFrom('fiche_action as f')
      .innerJoin('strategie_axe as a', 'a.id', 'f.axe_id')
      .innerJoin('strategie as s', 's.id', 'a.strategie_id')
      .select(['f.id', 'f.axe_id as axeId', 'f.territoire_id as territoireId', 's.id as strategieId'])
      .where('f.id', '=', ficheId)
      .where('f.supprime_le', 'is', null)
      .where('s.supprime_le', 'is', null)
      .executeTakeFirst(),
    'ficheId',
  )

export const exigerStrategie = async (db: Db, id: string): Promise<void> => {
  exiger(
    await db
      .selectFrom('strategie')
      .select('id')
      .where('id', '=', id)
      .where('supprime_le', 'is', null)
      .executeTakeFirst(),
    'strategieId',
  )
}

/** Throws `introuvable` naming the field. */
export const exiger = <T>(trouve: T | undefined, champ: string): T => {
  if (trouve === undefined) throw new ErreurMetier('introuvable', { champs: { [champ]: 'introuvable' } })
  return trouve
}
