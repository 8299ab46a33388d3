import type { z } from 'zod'
import { annoncer } from '#app/annoncer.tsx'
import { api, appeler, reussir } from '#app/api.ts'
import { aujourdhui } from '#app/dates.ts'
import { createFeatureStore } from '#app/stores.ts'
import { direComptes } from '#shared/domaine/conservation/mots.ts'
import type { Prolongation } from '#shared/domaine/conservation/prolongation.ts'
import type { RegleChoisie, VisaArchives } from '#shared/domaine/conservation/regle.ts'
import type { contract } from '#shared/ipc/contract.ts'

export type Conservee = z.output<typeof contract.conservation.lire.output>

/** Null until it is read. */
export const useConservation = createFeatureStore<{ readonly lue: Conservee | null }>(() => ({ lue: null }))

export const lireConservation = async (): Promise<void> => {
  const lue = await appeler(api.conservation.lire({ jour: aujourdhui() }))
  if (lue !== undefined) useConservation.setState({ lue })
}

export const choisirRegle = ({ dispositif, ...regle }: RegleChoisie): Promise<boolean> =>
  puisRelire(api.conservation.choisirRegle({ dispositif, regle }))

export const reprendreRegle = (dispositif: RegleChoisie['dispositif']): Promise<boolean> =>
  puisRelire(api.conservation.choisirRegle({ dispositif, regle: null }))

export const noterVisa = (visa: VisaArchives): Promise<boolean> => puisRelire(api.conservation.noterVisa(visa))

export const prolonger = (prolongation: Prolongation): Promise<boolean> =>
  puisRelire(api.conservation.prolonger(prolongation))

export const cesserProlongation = (suiviId: string): Promise<boolean> =>
  puisRelire(api.conservation.cesserProlongation({ suiviId }))

/** Only the lines shown leave. */
export const purger = async (malgreBilans: boolean): Promise<boolean> => {
  const attendues = useConservation.getState().lue?.apercu.aTerme.map((l) => l.id) ?? []
  const comptes = await appeler(api.conservation.purger({ id: crypto.randomUUID(), attendues, malgreBilans }))
  if (comptes === undefined) return false
  annoncer(`Purge faite : ${direComptes(comptes)}.`)
  await lireConservation()
  return true
}

const puisRelire = async (appel: Parameters<typeof reussir>[0]): Promise<boolean> => {
  if (!(await reussir(appel))) return false
  await lireConservation()
  return true
}
