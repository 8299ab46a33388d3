import { annoncer } from '#app/annoncer.tsx'
import { api, appeler } from '#app/api.ts'
import { lirePoints } from './points.ts'

/** Writes a paper where the user says, and tells under what name. */
export const ecrirePapier = async (genre: 'convocation' | 'releve', reunionId: string): Promise<void> => {
  const ecrits = await appeler(api.instances[genre]({ reunionId }))
  if (ecrits !== undefined) annoncer(`Écrit dans ${ecrits.dossier} : ${ecrits.fichiers.join(', ')}`)
}

/** The relevé with its persons, once confirmed in full words; the register of what left is read again. */
export const ecrireReleveNominatif = async (reunionId: string): Promise<void> => {
  const ecrits = await appeler(api.instances.releveNominatif({ reunionId, confirmation: 'nominatif' }))
  if (ecrits === undefined) return
  annoncer(`Écrit dans ${ecrits.dossier} : ${ecrits.fichiers.join(', ')}`)
  await lirePoints(reunionId)
}
