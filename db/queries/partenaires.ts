import type { Db } from '#db/connection.ts'
import { type Nomenclature, trouverListe } from '#shared/domaine/nomenclature.ts'
import { type Partenaire, trouverPartenaires } from '#shared/domaine/partenaire.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { comparerEnFrancais } from '#shared/utils/texte.ts'
import { estCourant } from './dispositifs.ts'

/** The directory, by name, the ones no longer used last; `orientations` counts those the current dispositif sent there. */
export const listerPartenaires = async (db: Db, texte: string): Promise<(Partenaire & { orientations: number })[]> => {
  const lignes = await db.selectFrom('partenaire').selectAll().execute()
  const envois = await db
    .selectFrom('orientation as o')
    .innerJoin('entretien as e', 'e.id', 'o.entretien_id')
    .innerJoin('suivi as s', 's.id', 'e.suivi_id')
    .select((eb) => ['o.partenaire_id as id', eb.fn.countAll<number>().as('nombre')])
    .where('e.supprime_le', 'is', null)
    .where(estCourant)
    .where('o.partenaire_id', 'is not', null)
    .groupBy('o.partenaire_id')
    .execute()
  const nombre = new Map(envois.map((e) => [e.id, e.nombre]))
  return trouverPartenaires(lignes, texte)
    .map(({ actif, ...p }) => Object.assign(p, { actif: actif === 1, orientations: nombre.get(p.id) ?? 0 }))
    .toSorted((a, b) => Number(b.actif) - Number(a.actif) || comparerEnFrancais(a.nom, b.nom))
}

export const enregistrerPartenaire = async (
  db: Db,
  nomenclature: Nomenclature,
  partenaire: Partenaire,
): Promise<void> => {
  const genres = trouverListe(nomenclature, nomenclature.listeDestinations).modalites
  // The directory serves all the dispositifs of the coffre: a kind that only another one knows is kept.
  const avant = await db.selectFrom('partenaire').select('genre').where('id', '=', partenaire.id).executeTakeFirst()
  if (partenaire.genre !== avant?.genre && !genres.some((m) => m.code === partenaire.genre))
    throw new ErreurMetier('valeur-inconnue', { champs: { genre: 'valeur-inconnue' } })
  const { id, ...reste } = partenaire
  const colonnes = { ...reste, actif: Number(partenaire.actif) }
  await db
    .insertInto('partenaire')
    .values({ id, ...colonnes })
    .onConflict((oc) => oc.column('id').doUpdateSet(colonnes))
    .execute()
}
