import { annoncer } from '#app/annoncer.tsx'
import { api, appeler, reussir } from '#app/api.ts'
import { createPages } from '#app/pages.ts'
import { createFeatureStore } from '#app/stores.ts'
import type { FiltreObservatoire, Signalement } from '#shared/domaine/observatoire/signalement.ts'

type Filtre = Omit<FiltreObservatoire, 'page'>
export type LigneSignalement = Signalement & { readonly interventions: number }

const sansFiltre: Filtre = { secteurId: null, trouble: null, mois: null }

export const useSignalements = createFeatureStore<{
  readonly filtre: Filtre
  readonly total: number | null
  /** Rows read so far, by rank. */
  readonly lignes: ReadonlyMap<number, LigneSignalement>
  readonly choisi: LigneSignalement | null
}>(() => ({ filtre: sansFiltre, total: null, lignes: new Map(), choisi: null }))

export const { demander, relire } = createPages(
  (debut, taille) =>
    appeler(api.observatoire.signalements({ ...useSignalements.getState().filtre, page: { debut, taille } })),
  (changer) => useSignalements.setState(({ lignes }) => changer(lignes)),
)

export const filtrer = (suite: Partial<Filtre>): Promise<void> => {
  useSignalements.setState(({ filtre }) => ({ filtre: { ...filtre, ...suite } }))
  return relire()
}

export const estFiltree = ({ secteurId, trouble, mois }: Filtre): boolean =>
  secteurId !== null || trouble !== null || mois !== null

export const retirerFiltres = (): Promise<void> => filtrer(sansFiltre)

export const choisir = (choisi: LigneSignalement | null): void => useSignalements.setState({ choisi })

export const enregistrerSignalement = async (signalement: Signalement): Promise<boolean> => {
  if (!(await reussir(api.observatoire.enregistrerSignalement(signalement)))) return false
  await relire()
  return true
}

/** Takes it out, with ten seconds to bring it back. */
export const supprimerSignalement = async (id: string): Promise<void> => {
  if (!(await reussir(api.observatoire.retirerSignalement({ id, retire: true })))) return
  choisir(null)
  await relire()
  annoncer('Signalement supprimé', { annule: 'Signalement rétabli' })
}
