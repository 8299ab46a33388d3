import { api, appeler, reussir } from '#app/api.ts'
import { heure } from '#app/dates.ts'
import { createFeatureStore } from '#app/stores.ts'
import type { Necessite } from '#shared/domaine/parcours/necessite.ts'

/** Whether the judicial frame may be noted under the dispositif shown; `undefined` until it is read. */
export const useNecessite = createFeatureStore<{
  readonly necessite: Necessite | null | undefined
  readonly enregistre: string
}>(() => ({ necessite: undefined, enregistre: '' }))

export const lireNecessite = async (): Promise<void> =>
  useNecessite.setState({ necessite: await appeler(api.parcours.lireNecessite()) })

export const declarerNecessite = async (necessite: Necessite | null): Promise<boolean> => {
  if (!(await reussir(api.parcours.declarerNecessite({ necessite })))) return false
  await lireNecessite()
  useNecessite.setState({ enregistre: `Enregistré à ${heure(new Date())}` })
  return true
}
