import type { Db } from '#db/connection.ts'
import { type ChiffreContexte, estAVenir, rangerContexte } from '#shared/domaine/contexte.ts'
import type { CodeDispositif } from '#shared/domaine/dispositifs/index.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { jourLocal } from '#shared/utils/dates.ts'

/** Every figure of context of a dispositif, whatever the years it is printed in. */
export const listerContexte = async (db: Db, dispositif: CodeDispositif): Promise<ChiffreContexte[]> => {
  const lignes = await db
    .selectFrom('contexte')
    .select(['id', 'dispositif', 'libelle', 'valeur', 'unite', 'dont', 'du', 'au', 'perimetre', 'editeur', 'titre'])
    .select(['publie_le', 'annees'])
    .where('dispositif', '=', dispositif)
    .orderBy('id')
    .execute()
  return rangerContexte(
    lignes.map(({ dont, annees, editeur, titre, publie_le: le, ...chiffre }) =>
      Object.assign(chiffre, { dont: JSON.parse(dont), source: { editeur, titre, le }, annees: JSON.parse(annees) }),
    ),
  )
}

/** Writes a figure, or corrects it. Throws `entree-invalide` for a source to come, `introuvable` under another dispositif. */
export const enregistrerContexte = async (db: Db, chiffre: ChiffreContexte, maintenant: Date): Promise<void> => {
  if (estAVenir(chiffre, jourLocal(maintenant)))
    throw new ErreurMetier('entree-invalide', { champs: { 'source.le': 'a-venir' } })
  const { id, dispositif, dont, annees, source, ...reste } = chiffre
  const colonnes = {
    ...reste,
    dont: JSON.stringify(dont),
    annees: JSON.stringify([...new Set(annees)].toSorted((a, b) => a - b)),
    editeur: source.editeur,
    titre: source.titre,
    publie_le: source.le,
    modifie_le: maintenant.toISOString(),
  }
  const { numInsertedOrUpdatedRows: ecrites } = await db
    .insertInto('contexte')
    .values({ id, dispositif, ...colonnes })
    .onConflict((oc) => oc.column('id').doUpdateSet(colonnes).where('contexte.dispositif', '=', dispositif))
    .executeTakeFirstOrThrow()
  if (ecrites !== 1n) throw new ErreurMetier('introuvable')
}

/** Throws `introuvable` for a figure of another dispositif as for none. */
export const supprimerContexte = async (db: Db, dispositif: CodeDispositif, id: string): Promise<void> => {
  const { numDeletedRows: effacees } = await db
    .deleteFrom('contexte')
    .where('id', '=', id)
    .where('dispositif', '=', dispositif)
    .executeTakeFirstOrThrow()
  if (effacees !== 1n) throw new ErreurMetier('introuvable')
}
