import { api, appeler, reussir } from '#app/api.ts'
import { rafraichirSession } from '#app/session.ts'
import { createFeatureStore } from '#app/stores.ts'
import type { Etablissement } from '#shared/domaine/etablissements.ts'

export const useEtablissements = createFeatureStore<{ readonly etablissements: readonly Etablissement[] | null }>(
  () => ({ etablissements: null }),
)

export const lireEtablissements = async (): Promise<void> => {
  const etablissements = await appeler(api.etablissements.lister())
  if (etablissements !== undefined) useEtablissements.setState({ etablissements })
}

/** Adds one, or renames, corrects or hides it; every list of places follows. */
export const enregistrerEtablissement = async (etablissement: Etablissement): Promise<boolean> => {
  if (!(await reussir(api.etablissements.enregistrer(etablissement)))) return false
  await Promise.all([lireEtablissements(), rafraichirSession()])
  return true
}
