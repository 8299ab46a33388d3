import { api, appeler, reussir } from '#app/api.ts'
import { lireDispositif } from '#app/session.ts'
import { createFeatureStore } from '#app/stores.ts'

/** Milliseconds without a key before what is typed is written. */
const PAUSE = 700

/** The narrative of one year, as typed; `aEcrire` are the sections not yet in the coffre. */
export const useTextes = createFeatureStore<{
  readonly annee: number
  readonly textes: Readonly<Record<string, string>> | null
  readonly aEcrire: ReadonlySet<string>
  readonly enAttente: boolean
  readonly enregistreA: Date | null
  /** Something was typed since the preview was computed. */
  readonly apercuDepasse: boolean
}>(() => ({
  annee: 0,
  textes: null,
  aEcrire: new Set(),
  enAttente: false,
  enregistreA: null,
  apercuDepasse: false,
}))

export const lireTextes = async (annee: number): Promise<void> => {
  useTextes.setState({ annee, textes: null, enregistreA: null })
  const lus = await appeler(api.bilans.lireTextes({ dispositif: lireDispositif(), annee }))
  if (lus === undefined || useTextes.getState().annee !== annee) return
  useTextes.setState({ textes: Object.fromEntries(lus.map(({ section, texte }) => [section, texte])) })
}

let minuterie: ReturnType<typeof setTimeout> | undefined

export const taper = (section: string, texte: string): void => {
  useTextes.setState(({ textes, aEcrire }) => ({
    textes: { ...textes, [section]: texte },
    aEcrire: new Set([...aEcrire, section]),
    enAttente: true,
    apercuDepasse: true,
  }))
  clearTimeout(minuterie)
  minuterie = setTimeout(() => void ecrireTextes(), PAUSE)
}

/** Writes what is not yet written. What could not be is kept, and tried again at the next pause. */
export const ecrireTextes = async (): Promise<void> => {
  clearTimeout(minuterie)
  const { annee, textes, aEcrire } = useTextes.getState()
  if (textes === null || aEcrire.size === 0) return
  useTextes.setState({ aEcrire: new Set() })
  const dispositif = lireDispositif()
  const ecrits = await Promise.all(
    [...aEcrire].map(async (section) => {
      const ecrit = await reussir(api.bilans.ecrireTexte({ dispositif, annee, section, texte: textes[section] ?? '' }))
      return { section, ecrit }
    }),
  )
  const manques = ecrits.flatMap(({ section, ecrit }) => (ecrit ? [] : [section]))
  useTextes.setState((etat) => ({
    aEcrire: new Set([...etat.aEcrire, ...manques]),
    enAttente: etat.aEcrire.size + manques.length > 0,
    ...(manques.length === 0 ? { enregistreA: new Date() } : {}),
  }))
}
