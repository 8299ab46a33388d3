import { existsSync, rmSync } from 'node:fs'
import type { Chemins } from './chemins.ts'
import { lireEntete } from './entete.ts'
import { listerAilleurs } from './sauvegardes-emporter.ts'
import { estIntacte, listerSauvegardes, type Sauvegarde } from './sauvegardes.ts'

/**
 * Deletes every backup made before that instant, in the coffre's folder and in the second place: they hold persons that a
 * purge erased. A place where no later backup is whole to the byte keeps them all. Says whether none is left anywhere.
 */
export const oublierAvant = async (
  chemins: Chemins,
  second: string | null,
  cout: number,
  avant: string,
): Promise<boolean> => {
  const { id } = lireEntete(chemins, cout)
  const ici = await oublierIci(listerSauvegardes(chemins.sauvegardes, id), avant)
  if (second === null) return ici
  return existsSync(second) && (await oublierIci(listerAilleurs(second, id), avant)) && ici
}

const oublierIci = async (sauvegardes: readonly Sauvegarde[], avant: string): Promise<boolean> => {
  const anciennes = sauvegardes.filter((s) => s.faiteLe < avant)
  if (anciennes.length === 0) return true
  const derniere = sauvegardes.find((s) => s.faiteLe >= avant)
  if (derniere === undefined || !(await estIntacte(derniere))) return false
  for (const { dossier } of anciennes) {
    try {
      rmSync(dossier, { recursive: true })
    } catch {
      return false
    }
  }
  return true
}
