import { annoncer } from '#app/annoncer.tsx'
import { api, appeler, essayer, reussir, signaler } from '#app/api.ts'
import { aujourdhui, heure } from '#app/dates.ts'
import { createFeatureStore } from '#app/stores.ts'
import type { Etablissement } from '#shared/domaine/etablissements.ts'
import type { Partenaire } from '#shared/domaine/partenaire.ts'
import type { Comite } from '#shared/domaine/parcours/comite.ts'
import type { Necessite } from '#shared/domaine/parcours/necessite.ts'
import type { Parcours } from '#shared/domaine/parcours/parcours.ts'
import type { Reply } from '#shared/ipc/call.ts'
import type { Retirable } from '#shared/ipc/contract/parcours.ts'
import type { Erreurs } from '#app/refus.ts'
import { enPhrases } from './presenter.ts'

type EtatParcours = {
  readonly parcours: Parcours | null
  readonly etablissements: readonly Etablissement[]
  readonly partenaires: readonly Partenaire[]
  readonly necessite: Necessite | null
  readonly comites: readonly Comite[]
  /** « Enregistré à 14:03 », once the service has answered. */
  readonly enregistre: string
}

export const useParcours = createFeatureStore<EtatParcours>(() => ({
  parcours: null,
  etablissements: [],
  partenaires: [],
  necessite: null,
  comites: [],
  enregistre: '',
}))

/** False when there is no such suivi in the dispositif shown. */
export const ouvrirParcours = async (suiviId: string): Promise<boolean> => {
  useParcours.setState(useParcours.getInitialState(), true)
  const [lu, etablissements, partenaires, necessite] = await Promise.all([
    relire(suiviId),
    appeler(api.etablissements.lister()),
    appeler(api.partenaires.lister({ texte: '' })),
    appeler(api.parcours.lireNecessite()),
  ])
  useParcours.setState({
    etablissements: etablissements ?? [],
    partenaires: partenaires ?? [],
    necessite: necessite ?? null,
  })
  return lu
}

/** Runs a command on the parcours shown, then reads it again; a refusal comes back in French, field by field. */
export const ecrire = async (commande: Promise<Reply<unknown>>): Promise<Erreurs | undefined> => {
  const reponse = await essayer(commande)
  if (!reponse.ok) {
    const erreurs = enPhrases(reponse.erreur.champs ?? {})
    if (Object.keys(erreurs).length === 0) signaler(reponse.erreur)
    return erreurs
  }
  await relire(useParcours.getState().parcours?.suivi.id)
  useParcours.setState({ enregistre: `Enregistré à ${heure(new Date())}` })
  return undefined
}

/** Takes one dated thing out of the parcours, with ten seconds to change one's mind. */
export const retirer = async (genre: Retirable, id: string, message: string): Promise<void> => {
  await ecrireEtDire(api.parcours.retirer({ genre, id }), message)
}

/** Runs a command on the parcours shown, and says it in a corner, where it can be undone. */
export const ecrireEtDire = async (commande: Promise<Reply<unknown>>, message: string): Promise<void> => {
  if (await reussirEtRelire(commande)) annoncer(message, { annule: 'C’est remis comme avant.' })
}

/** Reads the parcours shown again. */
export const relireParcours = async (): Promise<void> => void (await relire(useParcours.getState().parcours?.suivi.id))

/** Adds an établissement that Jalon doesn't know, and offers it at once. */
export const ajouterEtablissement = async (etablissement: Etablissement): Promise<Erreurs | undefined> => {
  const erreurs = await ecrire(api.etablissements.enregistrer(etablissement))
  const etablissements = await appeler(api.etablissements.lister())
  if (etablissements !== undefined) useParcours.setState({ etablissements })
  return erreurs
}

const reussirEtRelire = async (commande: Promise<Reply<unknown>>): Promise<boolean> => {
  const fait = await reussir(commande)
  if (fait) {
    await relire(useParcours.getState().parcours?.suivi.id)
    useParcours.setState({ enregistre: `Enregistré à ${heure(new Date())}` })
  }
  return fait
}

const relire = async (suiviId: string | undefined): Promise<boolean> => {
  if (suiviId === undefined) return false
  const [parcours, comites] = await Promise.all([
    appeler(api.parcours.lire({ suiviId, jour: aujourdhui() })),
    appeler(api.parcours.comites()),
  ])
  if (parcours === undefined) return false
  useParcours.setState({ parcours, comites: comites ?? [] })
  return true
}
