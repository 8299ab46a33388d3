import type { Db } from '#db/connection.ts'
import { composerAgenda } from '#shared/domaine/agenda/composer.ts'
import type { Evenement } from '#shared/domaine/agenda/evenement.ts'
import type { Nomenclature } from '#shared/domaine/nomenclature.ts'
import { aUnParcours } from '#shared/domaine/parcours/a-un-parcours.ts'
import type { DemandeAgenda } from '#shared/ipc/contract/agenda.ts'
import { echeancesEntre } from './echeances.ts'
import { listerInstances } from './instances/instances.ts'
import { listerReunions } from './instances/reunions.ts'
import { listerComites } from './parcours/comites.ts'
import { lireOuverts } from './parcours/parcours.ts'
import { listerAccueils } from './tig/lire-accueils.ts'

/** What falls on each day in the suivis of the dispositif shown. */
export const lireAgenda = async (
  db: Db,
  nomenclature: Nomenclature,
  { du, au, jour }: DemandeAgenda,
): Promise<Evenement[]> => {
  const parcours = aUnParcours(nomenclature)
  const tousLesAccueils = { jour, etat: 'ouverts', posteId: null, texte: '' } as const
  const sources = {
    echeances: await echeancesEntre(db, du, au),
    parcours: parcours ? await lireOuverts(db, nomenclature) : [],
    comites: parcours ? await listerComites(db, nomenclature.code) : [],
    accueils: nomenclature.nature === 'accueils' ? await listerAccueils(db, tousLesAccueils) : [],
  }
  return composerAgenda(nomenclature, sources, { du, au }, jour)
}

/** Meetings of the instances, and what they decided: no person, no suivi. */
export const lireReunionsDeLAgenda = async (
  db: Db,
  nomenclature: Nomenclature,
  { du, au, jour }: DemandeAgenda,
): Promise<Evenement[]> => {
  const sources = { instances: await listerInstances(db), reunions: await listerReunions(db) }
  return composerAgenda(nomenclature, sources, { du, au }, jour)
}
