import type { z } from 'zod'
import { annoncer } from '#app/annoncer.tsx'
import { api, appeler, essayer, reussir } from '#app/api.ts'
import { aujourdhui } from '#app/dates.ts'
import type { GenreDemande } from '#shared/domaine/droits/demande.ts'
import type { GenreRestriction } from '#shared/domaine/droits/restriction.ts'
import type { Erreur } from '#shared/erreurs/erreur.ts'
import type { contract } from '#shared/ipc/contract.ts'

export type Tiers = z.output<typeof contract.droits.tiers.output>

export const lireTiers = async (personneId: string): Promise<Tiers | null> =>
  (await appeler(api.droits.tiers({ personneId }))) ?? null

/** Gives back why it was not written. */
export const exporterCopie = async (
  demande: z.input<typeof contract.droits.exporter.input>,
): Promise<Erreur | undefined> => {
  const reponse = await essayer(api.droits.exporter(demande))
  if (!reponse.ok) return reponse.erreur
  annoncer(`Copie écrite dans ${reponse.value.dossier} : ${reponse.value.fichiers.join(', ')}`)
  return undefined
}

/** Received today: the day can be changed in the register. */
export const recevoirDemande = async (personneId: string, genre: GenreDemande): Promise<boolean> => {
  const neuve = { recueLe: aujourdhui(), prolongee: false, repondueLe: null, reponse: null }
  const fait = await reussir(api.droits.noterDemande({ ...neuve, id: crypto.randomUUID(), personneId, genre }))
  if (fait) annoncer('Demande notée : elle paraît dans Aujourd’hui jusqu’à sa réponse.')
  return fait
}

export const ecarter = async (personneId: string, genre: GenreRestriction): Promise<boolean> => {
  const fait = await reussir(api.droits.ecarter({ id: crypto.randomUUID(), personneId, genre }))
  if (fait) annoncer('Personne mise à l’écart. Pour revenir en arrière : Réglages, Droits des personnes.')
  return fait
}
