import { type Frequences, SANS_FREQUENCES } from '#shared/domaine/frequences.ts'
import { api, essayer } from './api.ts'
import { createFeatureStore } from './stores.ts'

/** What this post answers most often; nothing until a form has asked. */
export const useFrequences = createFeatureStore<Frequences>(() => SANS_FREQUENCES)

/** Only an order of lists: without it, a form works as well. */
export const lireFrequences = async (): Promise<void> => {
  const lues = await essayer(api.entretiens.frequences())
  if (lues.ok) useFrequences.setState(lues.value)
}
