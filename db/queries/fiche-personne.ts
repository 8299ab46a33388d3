import type { Db } from '#db/connection.ts'
import { echeancesDePersonne } from './echeances.ts'
import { foyerDe } from './foyers.ts'
import { fusionsDe } from './fusion/defaire.ts'
import { resumesEntretiens } from './lire-entretiens.ts'
import { orientationsDe } from './orientations.ts'
import { lirePersonne } from './personnes.ts'
import { estCourant } from './dispositifs.ts'
import { suivisDePersonne } from './suivis.ts'

/** Everything the screen of one person shows of the current dispositif, latest entretien first. */
export const lireFichePersonne = async (db: Db, id: string) => {
  const personne = await lirePersonne(db, id)
  const entretiens = await db
    .selectFrom('presence as pr')
    .innerJoin('entretien as e', 'e.id', 'pr.entretien_id')
    .innerJoin('suivi as s', 's.id', 'e.suivi_id')
    .select('e.id')
    .where('pr.personne_id', '=', id)
    .where(estCourant)
    .where('e.supprime_le', 'is', null)
    .orderBy('e.date', 'desc')
    .orderBy('e.heure', 'desc')
    .execute()
  return {
    personne,
    foyer: await foyerDe(db, id),
    suivis: await suivisDePersonne(db, id),
    entretiens: await resumesEntretiens(
      db,
      entretiens.map((e) => e.id),
    ),
    orientations: (await orientationsDe(db, { personneId: id })).toReversed(),
    echeances: await echeancesDePersonne(db, id),
    fusions: await fusionsDe(db, id),
  }
}
