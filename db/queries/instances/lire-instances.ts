import type { Db } from '#db/connection.ts'
import { bilanDInstance, type BilanInstance } from '#shared/domaine/instances/bilan.ts'
import type { DateIso } from '#shared/utils/dates.ts'
import { listerInstances } from './instances.ts'
import { listerReunions } from './reunions.ts'

/** The life of the instances over a year, for the bilan of the coordinator: numbers and functions, no nominative point. */
export const lireInstances = async (db: Db, annee: number, aujourdhui: DateIso): Promise<BilanInstance[]> => {
  const [instances, reunions] = await Promise.all([listerInstances(db), listerReunions(db)])
  return instances.map((instance) =>
    bilanDInstance(
      instance,
      reunions.filter((r) => r.instanceId === instance.id),
      annee,
      aujourdhui,
    ),
  )
}
