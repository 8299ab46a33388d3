import { api, essayer, signaler } from './api.ts'
import { relireEcran } from './ecritures.ts'
import { gesteEnMots } from './gestes-en-mots.ts'
import { createFeatureStore } from './stores.ts'

/** One thing done, that one undo undoes: an act, or several that are one for who did them (a burst). */
export type Fait = {
  readonly ids: readonly string[]
  readonly message: string
  /** What is said once it is undone. */
  readonly annule: string
  /** What the screen has to do with it, once undone. */
  readonly apres?: () => void
}

type Annule = { readonly fait: Fait; readonly annulations: readonly string[] }

/** What was done since the coffre opened and may be undone, the latest last; then what was undone and may be done again. */
export const useGestes = createFeatureStore<{
  readonly faits: readonly Fait[]
  readonly annules: readonly Annule[]
}>(() => ({ faits: [], annules: [] }))

type Geste = { readonly id: string; readonly nom: string; readonly annulable: boolean }

let groupe: string[] | undefined
let recent: { readonly fait: Fait; readonly a: number } | undefined

/** Notes an act that the service tells; gives it back when it is to be told. */
export const entendre = ({ id, nom, annulable }: Geste): Fait | undefined => {
  if (!annulable) return undefined
  if (groupe !== undefined) {
    groupe.push(id)
    return undefined
  }
  const fait = { ids: [id], message: gesteEnMots(nom), annule: 'C’est annulé : tout est comme avant.' }
  ajouter(fait)
  return fait
}

/** Runs what is one thing for the user and several calls for the service: it is undone at once. */
export const enUnGeste = async <T>(travail: () => Promise<T>): Promise<T> => {
  groupe = []
  try {
    return await travail()
  } finally {
    const ids = groupe
    groupe = undefined
    if (ids.length > 0) ajouter({ ids, message: '', annule: 'C’est annulé : tout est comme avant.' })
  }
}

const ajouter = (fait: Fait): void => {
  recent = { fait, a: performance.now() }
  useGestes.setState(({ faits }) => ({ faits: [...faits, fait], annules: [] }))
}

/** Makes an act of another day one that may be undone now. */
export const adopter = (fait: Fait): void =>
  useGestes.setState(({ faits }) => ({ faits: [...faits.filter((f) => f.ids[0] !== fait.ids[0]), fait] }))

/** Milliseconds after an act during which what a screen says is about it. */
const ENCORE_RECENT = 3000

/** The act just heard of, which the screen now names in its own words; none when it is too old, or named already. */
export const nommer = (mots: Omit<Fait, 'ids'>): Fait | undefined => {
  const dernier = recent
  recent = undefined
  if (dernier === undefined || performance.now() - dernier.a > ENCORE_RECENT) return undefined
  const fait = { ...mots, ids: dernier.fait.ids }
  useGestes.setState(({ faits }) => ({ faits: faits.map((f) => (f === dernier.fait ? fait : f)) }))
  return fait
}

/** Whether a screen named it in the meantime. */
export const estSansMots = (fait: Fait): boolean => recent?.fait === fait

/** Undoes what was done, the latest act first, and reads the screen again. False when it was refused, which is told. */
export const annuler = async (fait: Fait): Promise<boolean> => {
  const ici = useGestes.getState().faits.find((f) => f.ids === fait.ids)
  if (ici === undefined) return false
  useGestes.setState(({ faits }) => ({ faits: faits.filter((f) => f !== ici) }))
  const annulations = await inverser(ici.ids)
  relireEcran()
  if (annulations === undefined) return false
  useGestes.setState(({ annules }) => ({ annules: [...annules, { fait: ici, annulations }] }))
  ici.apres?.()
  return true
}

/** Does again the latest thing undone. Gives it back, or nothing. */
export const retablir = async (): Promise<Fait | undefined> => {
  const dernier = useGestes.getState().annules.at(-1)
  if (dernier === undefined) return undefined
  useGestes.setState(({ annules }) => ({ annules: annules.slice(0, -1) }))
  const refaits = await inverser(dernier.annulations)
  relireEcran()
  if (refaits === undefined) return undefined
  useGestes.setState(({ faits }) => ({ faits: [...faits, dernier.fait] }))
  return dernier.fait
}

/** Undoes acts from the last to the first; gives back the acts that it made, or nothing once one is refused. */
const inverser = async (ids: readonly string[]): Promise<readonly string[] | undefined> => {
  const faits: string[] = []
  for (const gesteId of ids.toReversed()) {
    const reponse = await essayer(api.revisions.annuler({ gesteId }))
    if (!reponse.ok) {
      signaler(reponse.erreur)
      return undefined
    }
    faits.push(reponse.value.gesteId)
  }
  return faits
}
