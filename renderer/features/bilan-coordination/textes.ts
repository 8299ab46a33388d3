import { api, appeler, reussir } from '#app/api.ts'
import { createFeatureStore } from '#app/stores.ts'
import type { contract } from '#shared/ipc/contract.ts'
import type { z } from 'zod'

/** Milliseconds without a key before what is typed is written. */
const PAUSE = 700

/** Whose texts: those of a year, or those of the compte rendu of one action. */
export type Sujet = { readonly annee: number; readonly ficheId: string | null }
type Texte = z.input<typeof contract.bilanCoordination.ecrireTexte.input>

/** The words of one subject, as typed; `aEcrire` are the sections not yet in the coffre. */
export const useTextes = createFeatureStore<{
  readonly sujet: Sujet | null
  readonly textes: Readonly<Record<string, string>> | null
  readonly aEcrire: ReadonlySet<string>
  readonly enregistreA: Date | null
  /** Something was typed since the page was printed. */
  readonly apercuDepasse: boolean
}>(() => ({ sujet: null, textes: null, aEcrire: new Set(), enregistreA: null, apercuDepasse: false }))

export const lireTextes = async (sujet: Sujet): Promise<void> => {
  useTextes.setState({ sujet, textes: null, enregistreA: null })
  const lus = await appeler(api.bilanCoordination.lireTextes(sujet))
  if (lus === undefined || useTextes.getState().sujet !== sujet) return
  useTextes.setState({ textes: Object.fromEntries(lus.map(({ section, texte }) => [section, texte])) })
}

let minuterie: ReturnType<typeof setTimeout> | undefined

export const taper = (section: string, texte: string): void => {
  useTextes.setState(({ textes, aEcrire }) => ({
    textes: { ...textes, [section]: texte },
    aEcrire: new Set([...aEcrire, section]),
    apercuDepasse: true,
  }))
  clearTimeout(minuterie)
  minuterie = setTimeout(() => void ecrireTextes(), PAUSE)
}

/** Writes what is not yet written. What could not be is kept, and tried again at the next pause. */
export const ecrireTextes = async (): Promise<void> => {
  clearTimeout(minuterie)
  const { sujet, textes, aEcrire } = useTextes.getState()
  if (sujet === null || textes === null || aEcrire.size === 0) return
  useTextes.setState({ aEcrire: new Set() })
  const ecrits = await Promise.all(
    [...aEcrire].map(async (section) => {
      // A section that the service does not know is refused by it, in words.
      const texte = { ...sujet, section, texte: textes[section] ?? '' } as Texte
      return { section, ecrit: await reussir(api.bilanCoordination.ecrireTexte(texte)) }
    }),
  )
  const manques = ecrits.flatMap(({ section, ecrit }) => (ecrit ? [] : [section]))
  useTextes.setState((etat) =>
    etat.sujet === sujet
      ? {
          aEcrire: new Set([...etat.aEcrire, ...manques]),
          ...(manques.length === 0 ? { enregistreA: new Date() } : {}),
        }
      : {},
  )
}
