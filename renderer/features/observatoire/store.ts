import { annoncer } from '#app/annoncer.tsx'
import { api, appeler, reussir } from '#app/api.ts'
import { aujourdhui } from '#app/dates.ts'
import { createFeatureStore } from '#app/stores.ts'
import type { Secteur, SecteurDessine } from '#shared/domaine/observatoire/carte.ts'
import type { CompteObservatoire, DemandeCompte } from '#shared/domaine/observatoire/compte.ts'

export const vues = ['signalements', 'carte', 'mediation', 'secteurs'] as const
export type Vue = (typeof vues)[number]
export type Mesure = 'signalements' | 'interventions'

export const useObservatoire = createFeatureStore<{
  readonly vue: Vue
  readonly secteurs: readonly SecteurDessine[] | null
  readonly annee: number
  /** Month of the map, « 2014-03 »; the whole year when empty. */
  readonly mois: string
  readonly mesure: Mesure
  /** Code of the one counted alone; all of them when empty. */
  readonly trouble: string
  readonly compte: CompteObservatoire | null
}>(() => ({
  vue: 'signalements',
  secteurs: null,
  annee: Number(aujourdhui().slice(0, 4)),
  mois: '',
  mesure: 'signalements',
  trouble: '',
  compte: null,
}))

export const montrerVue = (vue: Vue): void => useObservatoire.setState({ vue })

export const lireSecteurs = async (): Promise<void> => {
  const secteurs = await appeler(api.observatoire.secteurs())
  if (secteurs !== undefined) useObservatoire.setState({ secteurs })
}

export const enregistrerSecteur = async (secteur: Secteur): Promise<boolean> => {
  const fait = await reussir(api.observatoire.enregistrerSecteur(secteur))
  await lireSecteurs()
  return fait
}

export const supprimerSecteur = async (id: string): Promise<void> => {
  await reussir(api.observatoire.supprimerSecteur({ id }))
  await lireSecteurs()
}

export type Geste = 'peindre' | 'effacer'

/** Paints a square with a sector, or takes it from it. Shown at once: the pencil does not wait for the disk. */
export const changerCarreau = async (secteurId: string, carreau: number, geste: Geste): Promise<void> => {
  const secteurs = (useObservatoire.getState().secteurs ?? []).map((s) =>
    Object.assign({}, s, {
      carreaux: [
        ...s.carreaux.filter((c) => c !== carreau || (geste === 'effacer' && s.id !== secteurId)),
        ...(s.id === secteurId && geste === 'peindre' ? [carreau] : []),
      ],
    }),
  )
  useObservatoire.setState({ secteurs })
  const carreaux = secteurs.find((s) => s.id === secteurId)?.carreaux ?? []
  if (!(await reussir(api.observatoire.dessinerSecteur({ secteurId, carreaux })))) await lireSecteurs()
}

/** Changes what is counted, and counts again. */
export const reglerCompte = (suite: {
  readonly annee?: number
  readonly mois?: string
  readonly mesure?: Mesure
  readonly trouble?: string
}): Promise<void> => {
  useObservatoire.setState(suite)
  return lireCompte()
}

export const lireCompte = async (): Promise<void> => {
  const demande = demandeDe()
  const compte = await appeler(api.observatoire.compter(demande))
  const { du, trouble } = demandeDe()
  // A slower answer to what is no longer asked is thrown away.
  if (compte !== undefined && demande.du === du && demande.trouble === trouble) useObservatoire.setState({ compte })
}

export const exporterCompte = async (): Promise<void> => {
  const ecrits = await appeler(api.observatoire.exporter(demandeDe()))
  if (ecrits !== undefined) annoncer(`Comptes écrits dans ${ecrits.dossier} : ${ecrits.fichiers.join(', ')}`)
}

const demandeDe = (): DemandeCompte => {
  const { annee, trouble } = useObservatoire.getState()
  return { du: `${annee}-01-01`, au: `${annee}-12-31`, trouble: trouble === '' ? null : trouble }
}
