import { annoncer } from '#app/annoncer.tsx'
import { api, essayer, signaler } from '#app/api.ts'
import type { Reply } from '#shared/ipc/call.ts'
import { lirePoints } from './points.ts'
import { ouvrirVolet } from './store.ts'

/** Writes a paper where the user says, and tells under what name. Where persons were spoken of, leads to their own relevé. */
export const ecrirePapier = async (genre: 'convocation' | 'releve', reunionId: string): Promise<void> => {
  const reponse = await essayer(api.instances[genre]({ reunionId }))
  if (reponse.ok) return annoncer(`Écrit dans ${reponse.value.dossier} : ${reponse.value.fichiers.join(', ')}`)
  const { erreur } = reponse
  if (erreur.code !== 'releve-nominatif') return erreur.code === 'annule' ? undefined : signaler(erreur)
  ouvrirVolet({ genre: 'points', reunionId })
  signaler(erreur)
}

export type ReleveSorti = {
  readonly dossier: string
  readonly fichiers: readonly string[]
  readonly motDePasse: string
}

/** The relevé with its persons, once the passphrase was typed again; the register of what left is read again. */
export const ecrireReleveNominatif = async (reunionId: string, phrase: string): Promise<Reply<ReleveSorti>> => {
  const reponse = await essayer(api.instances.releveNominatif({ reunionId, phrase }))
  if (reponse.ok) await lirePoints(reunionId)
  return reponse
}
