import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { Orientation, StatutOrientation } from '#shared/domaine/orientation.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { jourLocal } from '#shared/utils/dates.ts'
import { estCourant } from './dispositifs.ts'

type Filtre =
  | { readonly entretienId: string }
  | { readonly personneId: string }
  /** Without an answer, sent between these days. */
  | { readonly attenteDu: string; readonly au: string }

/** Orientations of the dispositif shown, of entretiens that are not deleted, oldest first, in the order of the form. */
export const orientationsDe = (db: Db, filtre: Filtre): Promise<Orientation[]> =>
  filtrer(db, filtre)
    .orderBy('e.date')
    .orderBy(sql`o.rowid`)
    .execute()

const filtrer = (db: Db, filtre: Filtre) => {
  const toutes = db
    .selectFrom('entretien as e')
    // Crossed, so that SQLite goes from the entretiens of the days asked, and not through all the answers ever awaited.
    .crossJoin('orientation as o')
    .innerJoin('suivi as s', 's.id', 'e.suivi_id')
    .leftJoin('partenaire as pa', 'pa.id', 'o.partenaire_id')
    .select(['o.id', 'o.destination', 'o.partenaire_id as partenaireId', 'o.entretien_id as entretienId', 'e.date'])
    .select(['o.statut', 'o.repondu_le as reponduLe', 'pa.nom as partenaire'])
    .whereRef('o.entretien_id', '=', 'e.id')
    .where('e.supprime_le', 'is', null)
    .where(estCourant)
  if ('entretienId' in filtre) return toutes.where('e.id', '=', filtre.entretienId)
  if ('personneId' in filtre)
    return toutes.where('e.id', 'in', (eb) =>
      eb.selectFrom('presence').select('entretien_id').where('personne_id', '=', filtre.personneId),
    )
  return (
    toutes
      // Written out: the index holds those only.
      .where('o.statut', '=', sql.lit('attente'))
      .where('e.date', '>=', filtre.attenteDu)
      .where('e.date', '<=', filtre.au)
  )
}

/** Notes what became of an orientation, on the day of the answer; `attente` and `inconnue` forget the answer. */
export const noterSuite = async (
  db: Db,
  suite: { readonly orientationId: string; readonly statut: StatutOrientation; readonly date: string | null },
  maintenant: Date,
): Promise<void> => {
  const lue = await db
    .selectFrom('orientation as o')
    .innerJoin('entretien as e', 'e.id', 'o.entretien_id')
    .select('e.date')
    .where('o.id', '=', suite.orientationId)
    .where('e.supprime_le', 'is', null)
    .executeTakeFirst()
  if (lue === undefined) throw new ErreurMetier('introuvable')
  if (suite.date !== null && suite.date > jourLocal(maintenant))
    throw new ErreurMetier('entree-invalide', { champs: { date: 'futur' } })
  if (suite.date !== null && suite.date < lue.date)
    throw new ErreurMetier('entree-invalide', { champs: { date: 'avant-entretien' } })
  await db
    .updateTable('orientation')
    .set({ statut: suite.statut, repondu_le: sansReponse.has(suite.statut) ? null : suite.date })
    .where('id', '=', suite.orientationId)
    .execute()
}

const sansReponse: ReadonlySet<StatutOrientation> = new Set(['attente', 'inconnue'])
