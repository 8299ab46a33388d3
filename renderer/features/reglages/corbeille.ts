import { annulerLeGeste, annoncer } from '#app/annoncer.tsx'
import { api, appeler } from '#app/api.ts'
import { createFeatureStore } from '#app/stores.ts'
import type { Retire } from '#shared/domaine/revision.ts'

export const useCorbeille = createFeatureStore<{ readonly retires: readonly Retire[] | null }>(() => ({
  retires: null,
}))

export const lireCorbeille = async (): Promise<void> => {
  const retires = await appeler(api.revisions.corbeille())
  if (retires !== undefined) useCorbeille.setState({ retires })
}

/** Puts something back, with what hung on it. */
export const remettre = async ({ gesteId }: Retire, nom: string): Promise<void> => {
  await annulerLeGeste(gesteId, `« ${nom} » remis à sa place`)
  await lireCorbeille()
}

/** Destroys for good what is shown. */
export const vider = async (retires: readonly Retire[]): Promise<void> => {
  const fait = await appeler(api.revisions.viderCorbeille({ gestes: [...new Set(retires.map((r) => r.gesteId))] }))
  if (fait === undefined) return
  await lireCorbeille()
  annoncer(fait.detruits === 1 ? '1 élément détruit' : `${fait.detruits} éléments détruits`)
}
