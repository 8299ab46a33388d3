import { annoncer } from '#app/annoncer.tsx'
import { api, appeler, reussir } from '#app/api.ts'
import { createFeatureStore } from '#app/stores.ts'
import type { Comite } from '#shared/domaine/parcours/comite.ts'

export const useComites = createFeatureStore<{ readonly comites: readonly Comite[] | null }>(() => ({ comites: null }))

export const lireComites = async (): Promise<void> => {
  const comites = await appeler(api.parcours.comites())
  if (comites !== undefined) useComites.setState({ comites })
}

export const noterComite = async (comite: Comite): Promise<boolean> => {
  if (!(await reussir(api.parcours.noterComite(comite)))) return false
  await lireComites()
  return true
}

/** Takes out a comité that decided nothing, with ten seconds to change one's mind. */
export const retirerComite = async ({ id }: Comite): Promise<void> => {
  if (!(await reussir(api.parcours.retirer({ genre: 'comite', id })))) return
  await lireComites()
  annoncer('Comité retiré.', { annule: 'Le comité est remis.' })
}
