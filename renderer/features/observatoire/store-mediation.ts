import { annoncer } from '#app/annoncer.tsx'
import { api, appeler, reussir } from '#app/api.ts'
import { createPages } from '#app/pages.ts'
import { createFeatureStore } from '#app/stores.ts'
import type { Intervention, Retour, Signalement } from '#shared/domaine/observatoire/signalement.ts'
import { montrerVue } from './store.ts'

/** How many signalements of a sector are offered to answer. */
const PROPOSES = 50

export const useMediation = createFeatureStore<{
  readonly total: number | null
  readonly lignes: ReadonlyMap<number, Intervention>
  /** The one being corrected. */
  readonly choisie: Intervention | null
  /** The signalement that the next one answers, when it is noted from there. */
  readonly pour: Signalement | null
  readonly proposes: readonly Signalement[]
  readonly retours: readonly Retour[] | null
}>(() => ({ total: null, lignes: new Map(), choisie: null, pour: null, proposes: [], retours: null }))

const sansFiltre = { secteurId: null, trouble: null, mois: null }

export const { demander, relire } = createPages(
  (debut, taille) => appeler(api.observatoire.interventions({ ...sansFiltre, page: { debut, taille } })),
  (changer) => useMediation.setState(({ lignes }) => changer(lignes)),
)

export const choisir = (choisie: Intervention | null): void => useMediation.setState({ choisie })

/** Goes to the médiation, ready to note what was done after this signalement. */
export const repondreA = (pour: Signalement): void => {
  useMediation.setState({ pour, choisie: null })
  montrerVue('mediation')
}

export const oublierReponse = (): void => useMediation.setState({ pour: null })

/** The latest signalements of a sector, to say which one an intervention answers. */
export const proposerSignalements = async (secteurId: string | null): Promise<void> => {
  if (secteurId === null) return useMediation.setState({ proposes: [] })
  const page = { debut: 0, taille: PROPOSES }
  const lus = await appeler(api.observatoire.signalements({ ...sansFiltre, secteurId, page }))
  if (lus !== undefined) useMediation.setState({ proposes: lus.lignes })
}

export const enregistrerIntervention = async (intervention: Intervention): Promise<boolean> => {
  if (!(await reussir(api.observatoire.enregistrerIntervention(intervention)))) return false
  await relire()
  return true
}

/** Takes it out, with ten seconds to bring it back. */
export const supprimerIntervention = async (id: string): Promise<void> => {
  if (!(await reussir(api.observatoire.retirerIntervention({ id, retire: true })))) return
  choisir(null)
  await relire()
  annoncer('Intervention supprimée', { annule: 'Intervention rétablie' })
}

export const lireRetours = async (annee: number): Promise<void> => {
  useMediation.setState({ retours: null })
  const retours = await appeler(api.observatoire.retours({ annee }))
  if (retours !== undefined) useMediation.setState({ retours })
}

export const ecrireRetour = (retour: Retour): Promise<boolean> => reussir(api.observatoire.ecrireRetour(retour))
