import type { z } from 'zod'
import { annoncer } from '#app/annoncer.tsx'
import { api, appeler, essayer, reussir, signaler } from '#app/api.ts'
import { aujourdhui } from '#app/dates.ts'
import { createFeatureStore } from '#app/stores.ts'
import type { Instance, InstanceSuivie } from '#shared/domaine/instances/instance.ts'
import type { Reunion } from '#shared/domaine/instances/reunion.ts'
import type { Signataire } from '#shared/domaine/instances/signataire.ts'
import type { Reply } from '#shared/ipc/call.ts'
import type { contract } from '#shared/ipc/contract.ts'
import type { RetirableInstance } from '#shared/ipc/contract/instances.ts'
import type { Erreurs } from '#app/refus.ts'
import { enPhrases } from './presenter.ts'

/** What is open at the right of the lists. A meeting or an instance that is in no list yet is being added. */
export type Volet =
  | { readonly genre: 'instance'; readonly instance: Instance }
  | { readonly genre: 'reunion'; readonly reunion: Reunion }
  | { readonly genre: 'points'; readonly reunionId: string }
  | { readonly genre: 'signataires' }

export type PointsLus = z.output<typeof contract.instances.lirePoints.output>

export const useInstances = createFeatureStore<{
  readonly annee: number
  readonly instances: readonly InstanceSuivie[] | null
  readonly reunions: readonly Reunion[]
  readonly signataires: readonly Signataire[]
  readonly volet: Volet | null
  /** What was said of persons, while that screen alone is open; the sentence of the refusal when it may not be. */
  readonly points: PointsLus | null
  readonly refus: string | null
}>(() => ({
  annee: Number(aujourdhui().slice(0, 4)),
  instances: null,
  reunions: [],
  signataires: [],
  volet: null,
  points: null,
  refus: null,
}))

export const lireInstances = async (annee = useInstances.getState().annee): Promise<void> => {
  useInstances.setState({ annee })
  const [lues, signataires] = await Promise.all([
    appeler(api.instances.lire({ annee, jour: aujourdhui() })),
    appeler(api.instances.signataires()),
  ])
  if (lues === undefined || signataires === undefined || useInstances.getState().annee !== annee) return
  useInstances.setState({ ...lues, signataires })
}

/** Opens one meeting, of whichever year: what it decided falls due the next one, sometimes. */
export const ouvrirReunion = async (id: string): Promise<void> => {
  const cette = Number(aujourdhui().slice(0, 4))
  for (const annee of [cette, cette - 1, cette + 1]) {
    await lireInstances(annee)
    const reunion = useInstances.getState().reunions.find((r) => r.id === id)
    if (reunion !== undefined) return ouvrirVolet({ genre: 'reunion', reunion })
  }
  await lireInstances(cette)
}

/** Names leave the memory of the window with the screen that showed them. */
export const ouvrirVolet = (volet: Volet | null): void => useInstances.setState({ volet, points: null, refus: null })

/** Runs a command, then reads the screen again; a refusal comes back in French, field by field. */
export const ecrire = async (commande: Promise<Reply<unknown>>): Promise<Erreurs | undefined> => {
  const reponse = await essayer(commande)
  if (!reponse.ok) {
    const erreurs = enPhrases(reponse.erreur.champs ?? {})
    if (Object.keys(erreurs).length === 0) signaler(reponse.erreur)
    return erreurs
  }
  await lireInstances()
  return undefined
}

/** Writes a meeting; what is open at the right is then what is in the coffre. */
export const noterReunion = async (reunion: Reunion): Promise<Erreurs | undefined> => {
  const erreurs = await ecrire(api.instances.enregistrerReunion(reunion))
  if (erreurs === undefined) useInstances.setState({ volet: { genre: 'reunion', reunion } })
  return erreurs
}

/** Takes something out, with ten seconds to change one's mind. */
export const retirer = async (genre: RetirableInstance, id: string, message: string): Promise<void> => {
  const reponse = await essayer(api.instances.retirer({ genre, id }))
  if (!reponse.ok) {
    const champs = reponse.erreur.champs ?? {}
    if (champs['id'] !== 'points-nominatifs') return signaler(reponse.erreur)
    return annoncer(enPhrases(champs)['id'] ?? '')
  }
  const { volet } = useInstances.getState()
  if (genre !== 'signataire') ouvrirVolet(null)
  await lireInstances()
  annoncer(message, { annule: 'C’est remis comme avant.', apres: () => ouvrirVolet(volet) })
}

export const adopterModele = async (): Promise<void> => {
  if (await reussir(api.instances.adopterModele({ jour: aujourdhui() }))) await lireInstances()
}
