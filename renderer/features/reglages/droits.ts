import type { z } from 'zod'
import { annoncer } from '#app/annoncer.tsx'
import { api, appeler, reussir } from '#app/api.ts'
import { createFeatureStore } from '#app/stores.ts'
import type { CodeDispositif } from '#shared/domaine/dispositifs/index.ts'
import type { Demande } from '#shared/domaine/droits/demande.ts'
import type { contract } from '#shared/ipc/contract.ts'

/** Null until it is read. */
export const useDroits = createFeatureStore<{ readonly lus: z.output<typeof contract.droits.lire.output> | null }>(
  () => ({ lus: null }),
)

export const lireDroits = async (): Promise<void> => {
  const lus = await appeler(api.droits.lire())
  if (lus !== undefined) useDroits.setState({ lus })
}

export const noterDemande = async (demande: Demande): Promise<boolean> => {
  if (!(await reussir(api.droits.noterDemande(demande)))) return false
  await lireDroits()
  return true
}

export const lever = async (id: string): Promise<void> => {
  if (await reussir(api.droits.lever({ id }))) await lireDroits()
}

export const ecrireDocument = async (dispositif: CodeDispositif, document: 'aipd' | 'registre'): Promise<void> => {
  const ecrits = await appeler(api.droits.ecrireDocument({ dispositif, document }))
  if (ecrits !== undefined) annoncer(`Écrit dans ${ecrits.dossier} : ${ecrits.fichiers.join(', ')}`)
}
