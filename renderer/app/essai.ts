import { api, reussir } from './api.ts'
import { rafraichirSession, useSession } from './session.ts'
import { createFeatureStore } from './stores.ts'

/** Whether the coffre shown is the invented one of who tries Jalon. */
export const useEnEssai = (): boolean => useSession((s) => s.coffre?.essai ?? false)

/** Asked before the essai is left: what it holds is then deleted. */
export const useDepart = createFeatureStore(() => ({ demande: false }))
export const demanderDepart = (): void => useDepart.setState({ demande: true })
export const rester = (): void => useDepart.setState({ demande: false })

/** Shows invented data, made for it, where there is no coffre yet. */
export const commencerEssai = async (): Promise<boolean> => {
  const commence = await reussir(api.coffre.essayer())
  await rafraichirSession()
  return commence
}

/** Deletes the invented data and comes back to the first screen. */
export const quitterEssai = async (): Promise<void> => {
  rester()
  await reussir(api.coffre.quitterEssai())
  await rafraichirSession()
}
