import type { Db } from '#db/connection.ts'
import type { Poste } from '#shared/domaine/poste.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'

/** Funded posts, the oldest first. */
export const listerPostes = (db: Db): Promise<Poste[]> =>
  db
    .selectFrom('poste')
    .select(['id', 'nom', 'etp', 'financement_annuel as financementAnnuel', 'financeur', 'du', 'au'])
    .orderBy('du')
    .orderBy('nom')
    .execute()

export const enregistrerPoste = async (db: Db, { id, financementAnnuel, ...poste }: Poste): Promise<void> => {
  if (poste.au !== null && poste.au < poste.du)
    throw new ErreurMetier('periode-invalide', { champs: { au: 'avant-du' } })
  const colonnes = { ...poste, financement_annuel: financementAnnuel }
  await db
    .insertInto('poste')
    .values({ id, ...colonnes })
    .onConflict((oc) => oc.column('id').doUpdateSet(colonnes))
    .execute()
}

export const supprimerPoste = async (db: Db, id: string): Promise<void> => {
  await db.deleteFrom('poste').where('id', '=', id).execute()
}
