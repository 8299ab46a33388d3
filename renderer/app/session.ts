import type { Agent } from '#shared/domaine/acces/agent.ts'
import { type NomAppel, permet } from '#shared/domaine/acces/droits-du-contrat.ts'
import type { CodeDispositif } from '#shared/domaine/dispositifs/index.ts'
import type { Nomenclature } from '#shared/domaine/nomenclature.ts'
import type { EtatCoffre } from '#shared/ipc/contract/coffre.ts'
import type { Reglages } from '#shared/ipc/contract/poste.ts'
import { annoncerGeste, oublierAnnonces } from './annoncer.tsx'
import { abonner, api, appeler, essayer, reussir, signaler } from './api.ts'
import { toutEcrire } from './depart.ts'
import { useNavigation } from './navigation.ts'
import { createFeatureStore, resetStores } from './stores.ts'

type Ouverte = {
  readonly reglages: Reglages
  readonly nomenclature: Nomenclature
  /** Whoever opened the coffre. */
  readonly agent: Agent
  /** Whether others may open it: who is there is then shown. */
  readonly plusieurs: boolean
}

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
  const ouverte = await lireOuverte()
  if (ouverte !== undefined) useSession.setState({ coffre: etat.value, ouverte })
}

const lireOuverte = async (): Promise<Ouverte | undefined> => {
  const reglages = await appeler(api.reglages.lire())
  const moi = await appeler(api.acces.moi())
  if (reglages === undefined || moi === undefined) return undefined
  const nomenclature = await appeler(api.nomenclature.lire({ dispositif: reglages.dispositif }))
  // The contract's optional keys admit `undefined`; the service never sends it.
  return nomenclature === undefined ? undefined : { ...moi, reglages, nomenclature: nomenclature as Nomenclature }
}

/** Shows another dispositif of the coffre. */
export const changerDispositif = (dispositif: CodeDispositif): Promise<void> =>
  changerDeVue(() => reussir(api.reglages.changerDispositif({ dispositif })))

/** Chooses which dispositifs the coffre uses; the one shown may change with them. */
export const choisirDispositifs = (dispositifs: readonly CodeDispositif[]): Promise<void> =>
  changerDeVue(() => reussir(api.reglages.choisirDispositifs({ dispositifs: [...dispositifs] })))

/** Writes what is being typed under the former dispositif, forgets what its screens held, and opens the same place anew. */
const changerDeVue = async (changer: () => Promise<boolean>): Promise<void> => {
  await toutEcrire()
  if (!(await changer())) return
  const ouverte = await lireOuverte()
  if (ouverte === undefined) return
  const { lieu } = useNavigation.getState().position
  const { pas } = useNavigation.getState()
  const session = useSession.getState()
  resetStores()
  useSession.setState({ ...session, ouverte })
  useNavigation.setState({ position: { lieu, params: {} }, pas: pas + 1 })
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

export const useMoi = (): Agent => useOuverte().agent

/** Who opened the coffre, as the header says it: nobody while it has one user. */
export const useIdentite = (): Agent | null => {
  const { agent, plusieurs } = useOuverte()
  return plusieurs ? agent : null
}

/** Whether whoever opened the coffre may make a call: the service refuses the others, and no screen offers them. */
export const usePermis = (): ((appel: NomAppel) => boolean) => {
  const { role } = useMoi()
  return (appel) => permet(role, appel)
}

/** The dispositif shown, for a store that asks something of it; only once the coffre is open. */
export const lireDispositif = (): CodeDispositif => exigerOuverte(useSession.getState().ouverte).reglages.dispositif

const useOuverte = (): Ouverte => exigerOuverte(useSession((s) => s.ouverte))

const exigerOuverte = (ouverte: Ouverte | null): Ouverte => {
  if (ouverte === null) throw new Error('the coffre is not open')
  return ouverte
}

const oublier = async (): Promise<void> => {
  resetStores()
  oublierAnnonces()
  await rafraichirSession()
}

/** Follows the coffre from now on: closes with it, and tells it that somebody is there. */
export const suivreCoffre = (): (() => void) => {
  void rafraichirSession()
  const abonnements = [
    abonner('verrouille', () => void oublier()),
    abonner('fermeture', () => void verrouiller()),
    abonner('geste', annoncerGeste),
  ]
  window.addEventListener('keydown', signalerPresence)
  window.addEventListener('pointerdown', signalerPresence)
  return () => {
    for (const quitter of abonnements) quitter()
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
