import { api, appeler, reussir } from '#app/api.ts'
import { rafraichirSession } from '#app/session.ts'
import { createFeatureStore } from '#app/stores.ts'
import type { Poste } from '#shared/domaine/poste.ts'

export const usePostes = createFeatureStore<{ readonly postes: readonly Poste[] | null }>(() => ({ postes: null }))

export const lirePostes = async (): Promise<void> => {
  const postes = await appeler(api.reglages.postes())
  if (postes !== undefined) usePostes.setState({ postes })
}

export const enregistrerPoste = async (poste: Poste): Promise<boolean> => {
  if (!(await reussir(api.reglages.enregistrerPoste(poste)))) return false
  await lirePostes()
  return true
}

export const supprimerPoste = async (poste: Poste): Promise<boolean> => {
  if (!(await reussir(api.reglages.supprimerPoste({ id: poste.id })))) return false
  await lirePostes()
  return true
}

/** A value of a list as the post wants it; `ordre` is its rank on screen. */
export type ModaliteModifiee = {
  readonly liste: string
  readonly code: string
  readonly libelle: string
  readonly masquee: boolean
  readonly ordre: number | null
  readonly groupe: string | null
}

/** Writes each change, then gives every screen the lists as they now are. */
export const modifierModalites = async (modalites: readonly ModaliteModifiee[]): Promise<boolean> => {
  for (const modalite of modalites) if (!(await reussir(api.nomenclature.modifier(modalite)))) return false
  await rafraichirSession()
  return true
}

export const activerChamp = async (champ: string, actif: boolean): Promise<void> => {
  if (await reussir(api.nomenclature.activerChamp({ champ, actif }))) await rafraichirSession()
}

export const ecrireReglages = async (reglages: {
  readonly nom: string
  readonly intervenant: string
  readonly verrouillageMinutes: number
}): Promise<boolean> => {
  if (!(await reussir(api.reglages.ecrire(reglages)))) return false
  await rafraichirSession()
  return true
}
