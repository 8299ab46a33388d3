import type { Db } from '#db/connection.ts'
import type { Brouillon } from '#shared/domaine/entretien.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { dispositifCourant } from './dispositifs.ts'

/** Forms being typed, the last touched first, without their content. */
export const listerBrouillons = async (db: Db): Promise<Omit<Brouillon, 'contenu'>[]> =>
  db
    .selectFrom('brouillon')
    .select(['id', 'titre', 'modifie_le as modifieLe'])
    .where('dispositif', '=', await dispositifCourant(db))
    .orderBy('modifie_le', 'desc')
    .execute()

export const lireBrouillon = async (db: Db, id: string): Promise<Brouillon> => {
  const brouillon = await db
    .selectFrom('brouillon')
    .select(['id', 'titre', 'contenu', 'modifie_le as modifieLe'])
    .where('id', '=', id)
    .where('dispositif', '=', await dispositifCourant(db))
    .executeTakeFirst()
  if (brouillon === undefined) throw new ErreurMetier('introuvable')
  return brouillon
}

export const enregistrerBrouillon = async (
  db: Db,
  { id, titre, contenu }: Omit<Brouillon, 'modifieLe'>,
  maintenant: Date,
): Promise<{ modifieLe: string }> => {
  const modifieLe = maintenant.toISOString()
  const colonnes = { titre, contenu, modifie_le: modifieLe }
  await db
    .insertInto('brouillon')
    .values({ id, dispositif: await dispositifCourant(db), ...colonnes })
    .onConflict((oc) => oc.column('id').doUpdateSet(colonnes))
    .execute()
  return { modifieLe }
}

export const supprimerBrouillon = async (db: Db, id: string): Promise<void> => {
  await db.deleteFrom('brouillon').where('id', '=', id).execute()
}
