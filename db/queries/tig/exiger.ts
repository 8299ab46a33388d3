import type { Db } from '#db/connection.ts'
import type { Nomenclature } from '#shared/domaine/nomenclature.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'

/** A dispositif that receives nobody for work has no accueil, whoever asks. */
export const exigerAccueils = ({ nature }: Nomenclature): void => {
  if (nature !== 'accueils') throw new ErreurMetier('entree-invalide', { champs: { dispositif: 'sans-accueil' } })
}

/** The accueil on which something is noted; one of another dispositif, or taken out, does not exist. */
export const exigerAccueil = async (trx: Db, nomenclature: Nomenclature, suiviId: string) => {
  exigerAccueils(nomenclature)
  const accueil = await trx
    .selectFrom('accueil as a')
    .innerJoin('suivi as s', 's.id', 'a.suivi_id')
    .select(['a.personne_id as personneId', 'a.debut_le as debutLe', 's.clos_le as finLe'])
    .where('a.suivi_id', '=', suiviId)
    .where('a.supprime_le', 'is', null)
    .where('s.dispositif', '=', nomenclature.code)
    .executeTakeFirst()
  if (accueil === undefined) throw new ErreurMetier('introuvable')
  return accueil
}

/** Ids come from a form: a line of another accueil is refused before any writing. */
export const refuserLignePrise = async (
  trx: Db,
  table: 'journee' | 'incident',
  id: string,
  suiviId: string,
): Promise<void> => {
  const ligne = await trx
    .selectFrom(table as 'incident')
    .select('suivi_id')
    .where('id', '=', id)
    .executeTakeFirst()
  if (ligne !== undefined && ligne.suivi_id !== suiviId)
    throw new ErreurMetier('entree-invalide', { champs: { id: 'pris' } })
}
