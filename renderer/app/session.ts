import type { Nomenclature } from '#shared/domaine/nomenclature.ts'
import { codesDispositif } from '#shared/domaine/dispositifs/index.ts'
import type { EtatCoffre } from '#shared/ipc/contract/coffre.ts'
import type { Reglages } from '#shared/ipc/contract/poste.ts'
import { abonner, api, essayer, signaler } from './api.ts'
import { toutEcrire } from './depart.ts'
import { createFeatureStore, resetStores } from './stores.ts'

/** The dispositif of this coffre. Only one exists so far; the profile will say which. */
export const dispositif = codesDispositif[0]

type Ouverte = { readonly reglages: Reglages; readonly nomenclature: Nomenclature }

/** The coffre as the window knows it; `ouverte` holds what every screen reads, once it is open. */
export const useSession = createFeatureStore<{
  readonly coffre: EtatCoffre | null
  readonly ouverte: Ouverte | null
  /** The recovery code just made, kept until it is typed back. */
  readonly codeSecours: string | null
  /** The user chose to go on without the recovery code: not asked again before the next opening. */
  readonly secoursRemis: boolean
}>(() => ({ coffre: null, ouverte: null, codeSecours: null, secoursRemis: false }))

/** Asks the service where things stand; reads settings and lists when the coffre is open. */
export const rafraichirSession = async (): Promise<void> => {
  const etat = await essayer(api.coffre.etat())
  if (!etat.ok) return signaler(etat.erreur)
  if (etat.value.etat !== 'ouvert') return useSession.setState({ coffre: etat.value, ouverte: null })
  const [reglages, nomenclature] = await Promise.all([
    essayer(api.reglages.lire()),
    essayer(api.nomenclature.lire({ dispositif })),
  ])
  if (!reglages.ok) return signaler(reglages.erreur)
  if (!nomenclature.ok) return signaler(nomenclature.erreur)
  useSession.setState({
    coffre: etat.value,
    // The contract's optional keys admit `undefined`; the service never sends it.
    ouverte: { reglages: reglages.value, nomenclature: nomenclature.value as Nomenclature },
  })
}

/** Writes what is being typed, closes the coffre, forgets everything. */
export const verrouiller = async (): Promise<void> => {
  await toutEcrire()
  const reponse = await essayer(api.coffre.verrouiller())
  if (!reponse.ok) return signaler(reponse.erreur)
  await oublier()
}

/** Lists and questions of this post; only screens shown once the coffre is open may ask. */
export const useNomenclature = (): Nomenclature => useOuverte().nomenclature
export const useReglages = (): Reglages => useOuverte().reglages

const useOuverte = (): Ouverte => {
  const ouverte = useSession((s) => s.ouverte)
  if (ouverte === null) throw new Error('the coffre is not open')
  return ouverte
}

const oublier = async (): Promise<void> => {
  resetStores()
  await rafraichirSession()
}

/** Follows the coffre from now on: closes with it, and tells it that somebody is there. */
export const suivreCoffre = (): (() => void) => {
  void rafraichirSession()
  const quitter = abonner('verrouille', () => void oublier())
  window.addEventListener('keydown', signalerPresence)
  window.addEventListener('pointerdown', signalerPresence)
  return () => {
    quitter()
    window.removeEventListener('keydown', signalerPresence)
    window.removeEventListener('pointerdown', signalerPresence)
  }
}

const PRESENCE_MS = 30_000
let dernierePresence = -PRESENCE_MS
const signalerPresence = (event: Event): void => {
  if (useSession.getState().ouverte === null || event.timeStamp - dernierePresence < PRESENCE_MS) return
  dernierePresence = event.timeStamp
  void essayer(api.coffre.presence())
}
