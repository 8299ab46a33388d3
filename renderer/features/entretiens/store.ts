import { annoncer } from '#app/annoncer.tsx'
import { api, appeler, essayer, reussir } from '#app/api.ts'
import { createPages } from '#app/pages.ts'
import { createFeatureStore } from '#app/stores.ts'
import type { Brouillon, Entretien, EntretienResume } from '#shared/domaine/entretien.ts'
import type { FiltreEntretiens } from '#shared/ipc/contract/entretiens.ts'

type Filtre = Omit<FiltreEntretiens, 'page'>

type EtatListe = {
  readonly filtre: Filtre
  /** Grows each time the filters are taken away, so that their fields start again. */
  readonly remises: number
  readonly total: number | null
  /** Rows read so far, by rank. */
  readonly lignes: ReadonlyMap<number, EntretienResume>
  readonly choisi: Entretien | null
  readonly brouillons: readonly Omit<Brouillon, 'contenu'>[]
}

const sansFiltre: Filtre = {
  texte: '',
  du: null,
  au: null,
  role: null,
  reponses: {},
  tri: { colonne: 'date', sens: 'desc' },
}

export const useEntretiens = createFeatureStore<EtatListe>(() => ({
  filtre: sansFiltre,
  remises: 0,
  total: null,
  lignes: new Map(),
  choisi: null,
  brouillons: [],
}))

/** Reads the list again from the start, the drafts, and the entretien to show beside. */
export const ouvrirListe = async (id: string | undefined): Promise<void> => {
  useEntretiens.setState({ choisi: null })
  await Promise.all([relire(), lireBrouillons(), id === undefined ? undefined : choisir(id)])
}

export const filtrer = (suite: Partial<Filtre>): Promise<void> => {
  useEntretiens.setState(({ filtre }) => ({ filtre: { ...filtre, ...suite } }))
  return relire()
}

/** True when something is left out of the list; its order leaves nothing out. */
export const estFiltree = ({ texte, du, au, role, reponses }: Filtre): boolean =>
  texte !== '' || du !== null || au !== null || role !== null || Object.keys(reponses).length > 0

export const retirerFiltres = (): Promise<void> => {
  useEntretiens.setState(({ filtre: { tri }, remises }) => ({ filtre: { ...sansFiltre, tri }, remises: remises + 1 }))
  return relire()
}

const pages = createPages(
  (debut, taille) => appeler(api.entretiens.lister({ ...useEntretiens.getState().filtre, page: { debut, taille } })),
  (changer) => useEntretiens.setState(({ lignes }) => changer(lignes)),
)
export const { demander, relire } = pages

export const choisir = async (id: string): Promise<void> => {
  const choisi = await appeler(api.entretiens.lire({ id }))
  if (choisi !== undefined) useEntretiens.setState({ choisi })
}

/** After something was written or undone elsewhere: the list, and the entretien beside it if it is still there. */
export const relireTout = async (): Promise<void> => {
  await Promise.all([relire(), lireBrouillons()])
  const { choisi } = useEntretiens.getState()
  if (choisi === null) return
  const lu = await essayer(api.entretiens.lire({ id: choisi.id }))
  useEntretiens.setState({ choisi: lu.ok ? lu.value : null })
}

export const fermerDetail = (): void => useEntretiens.setState({ choisi: null })

/** Takes it out, with ten seconds to bring it back. */
export const supprimer = async (id: string): Promise<void> => {
  if (!(await reussir(api.entretiens.supprimer({ id })))) return
  fermerDetail()
  await relire()
  annoncer('Entretien supprimé', { annule: 'Entretien rétabli' })
}

const lireBrouillons = async (): Promise<void> => {
  const brouillons = await appeler(api.brouillons.lister())
  if (brouillons !== undefined) useEntretiens.setState({ brouillons })
}
