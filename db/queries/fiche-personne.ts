import type { Db } from '#db/connection.ts'
import { echeancesDePersonne } from './echeances.ts'
import { foyerDe } from './foyers.ts'
import { fusionsDe } from './fusion/defaire.ts'
import { resumesDePersonne } from './lire-entretiens.ts'
import { orientationsDe } from './orientations.ts'
import { lirePersonne } from './personnes.ts'
import { suivisDePersonne } from './suivis.ts'

/** Everything the screen of one person shows of the current dispositif, latest entretien first. */
export const lireFichePersonne = async (db: Db, id: string) => {
  const personne = await lirePersonne(db, id)
  return {
    personne,
    foyer: await foyerDe(db, id),
    suivis: await suivisDePersonne(db, id),
    entretiens: await resumesDePersonne(db, id),
    orientations: (await orientationsDe(db, { personneId: id })).toReversed(),
    echeances: await echeancesDePersonne(db, id),
    fusions: await fusionsDe(db, id),
  }
}
