import { sql } from 'kysely'
import { entier, mettreALEcart } from '#db/cloison.ts'
import type { Db } from '#db/connection.ts'
import { lireReglages } from '#db/queries/reglages.ts'
import { inTransaction } from '#db/transaction.ts'
import type { GenreRestriction, RestrictionLue } from '#shared/domaine/droits/restriction.ts'
import { nomComplet } from '#shared/domaine/personne.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { jourLocal } from '#shared/utils/dates.ts'

type Restriction = { readonly id: string; readonly personneId: string; readonly genre: GenreRestriction }

/** Sets a person aside: from then on no list, count, paper or import knows her, and nothing is written about her. */
export const ecarter = (db: Db, { id, personneId, genre }: Restriction, maintenant: Date): Promise<void> =>
  inTransaction(db, async (trx) => {
    const base = entier(trx)
    const connue = await base.selectFrom('personne').select('id').where('id', '=', personneId).executeTakeFirst()
    if (connue === undefined) throw new ErreurMetier('introuvable')
    const dejaLa = await base
      .selectFrom('restriction')
      .select('id')
      .where('personne_id', '=', personneId)
      .where('levee_le', 'is', null)
      .executeTakeFirst()
    const [depuis, modifie_le] = [jourLocal(maintenant), maintenant.toISOString()]
    if (dejaLa === undefined)
      await base
        .insertInto('restriction')
        .values({ id, personne_id: personneId, genre, depuis, levee_le: null, modifie_le })
        .execute()
    else await base.updateTable('restriction').set({ genre, modifie_le }).where('id', '=', dejaLa.id).execute()
    await mettreALEcart(trx)
  })

/** She is anybody again. */
export const leverRestriction = async (db: Db, id: string, maintenant: Date): Promise<void> => {
  const { numUpdatedRows: levees } = await entier(db)
    .updateTable('restriction')
    .set({ levee_le: jourLocal(maintenant), modifie_le: maintenant.toISOString() })
    .where('id', '=', id)
    .where('levee_le', 'is', null)
    .executeTakeFirstOrThrow()
  if (levees !== 1n) throw new ErreurMetier('introuvable')
}

/** Whoever is set aside now, by name. */
export const listerRestrictions = async (db: Db): Promise<RestrictionLue[]> => {
  const lignes = await entier(db)
    .selectFrom('restriction as r')
    .innerJoin('personne as p', 'p.id', 'r.personne_id')
    .select(['r.id', 'r.personne_id as personneId', 'r.genre', 'r.depuis', 'p.anonyme', 'p.nom', 'p.prenom'])
    .where('r.levee_le', 'is', null)
    .orderBy('p.cle_identite')
    .execute()
  return lignes.map(({ anonyme, nom, prenom, ...r }) =>
    Object.assign(r, { nom: nomComplet({ anonyme: anonyme === 1, nom, prenom }) }),
  )
}

/**
 * Identity keys of those set aside, whom this user would see otherwise: a file made anew under her name would undo what she
 * asked. Of those of other jobs, he learns nothing.
 */
export const lireEcartees = async (db: Db): Promise<ReadonlyMap<string, string>> => {
  const lignes = await entier(db)
    .selectFrom('restriction as r')
    .innerJoin('personne as p', 'p.id', 'r.personne_id')
    .leftJoin('participation as a', 'a.personne_id', 'p.id')
    .leftJoin('suivi as s', 's.id', 'a.suivi_id')
    .select(['p.id', 'p.cle_identite', 's.dispositif'])
    .where('r.levee_le', 'is', null)
    // The plus keeps SQLite from going through every person to find the few that are set aside.
    .where(sql<boolean>`+p.anonyme = 0`)
    .execute()
  if (lignes.length === 0) return new Map()
  const { dispositifs } = await lireReglages(db)
  return new Map(
    lignes
      .filter((l) => l.dispositif === null || dispositifs.some((d) => d === l.dispositif))
      .map((l) => [l.cle_identite, l.id]),
  )
}

/** Throws `personne-a-l-ecart` for somebody set aside, or somebody else under her name and birth date. */
export const exigerNonEcartee = async (
  db: Db,
  { id, cle }: { readonly id: string; readonly cle: string },
): Promise<void> => {
  const ecartees = await lireEcartees(db)
  if (ecartees.size === 0) return
  if ((cle !== '' && ecartees.has(cle)) || [...ecartees.values()].includes(id))
    throw new ErreurMetier('personne-a-l-ecart')
}
