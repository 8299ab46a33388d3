import { annoncer } from '#app/annoncer.tsx'
import { api, appeler, essayer, reussir, signaler } from '#app/api.ts'
import { aujourdhui, heure } from '#app/dates.ts'
import { createFeatureStore } from '#app/stores.ts'
import type { Accueil, AccueilResume } from '#shared/domaine/tig/accueil.ts'
import type { PosteTravail } from '#shared/domaine/tig/poste-travail.ts'
import type { Reply } from '#shared/ipc/call.ts'
import type { RetirableTig } from '#shared/ipc/contract/tig.ts'
import type { Erreurs } from '#app/refus.ts'
import { enPhrases } from './presenter.ts'

export type PosteOccupe = PosteTravail & { readonly occupees: number }

type EtatTig = {
  readonly etat: 'ouverts' | 'termines' | 'tous'
  readonly posteId: string | null
  readonly texte: string
  readonly lignes: readonly AccueilResume[] | null
  readonly postes: readonly PosteOccupe[]
  readonly accueil: Accueil | null
  /** « Enregistré à 14:03 », once the service has answered. */
  readonly enregistre: string
}

export const useTig = createFeatureStore<EtatTig>(() => ({
  etat: 'ouverts',
  posteId: null,
  texte: '',
  lignes: null,
  postes: [],
  accueil: null,
  enregistre: '',
}))

export const ouvrirTig = async (id: string | undefined): Promise<void> => {
  useTig.setState({ accueil: null, enregistre: '' })
  await Promise.all([relireListe(), relirePostes(), id === undefined ? undefined : choisir(id)])
}

/** Changes what the list is filtered by, and reads it again. */
export const filtrer = (filtre: Partial<Pick<EtatTig, 'etat' | 'posteId' | 'texte'>>): Promise<void> => {
  useTig.setState(filtre)
  return relireListe()
}

export const choisir = async (suiviId: string): Promise<void> => {
  const accueil = await appeler(api.tig.lire({ suiviId, jour: aujourdhui() }))
  if (accueil !== undefined) useTig.setState({ accueil, enregistre: '' })
}

export const fermer = (): void => useTig.setState({ accueil: null })

/** Runs a command, then reads again what it may have changed; a refusal comes back in French, field by field. */
export const ecrire = async (commande: Promise<Reply<unknown>>): Promise<Erreurs | undefined> => {
  const reponse = await essayer(commande)
  if (!reponse.ok) {
    const erreurs = enPhrases(reponse.erreur.champs ?? {})
    if (Object.keys(erreurs).length === 0) signaler(reponse.erreur)
    return erreurs
  }
  await relire()
  return undefined
}

/** Takes something out, with ten seconds to change one's mind. */
export const retirer = async (genre: RetirableTig, id: string, message: string): Promise<void> => {
  if (!(await reussir(api.tig.retirer({ genre, id })))) return
  if (genre === 'accueil') fermer()
  await relire()
  annoncer(message, { annule: 'C’est remis comme avant.' })
}

/** Everything on screen; an accueil that is no more is closed. */
export const relire = async (): Promise<void> => {
  const { accueil } = useTig.getState()
  await Promise.all([relireListe(), relirePostes(), accueil === null ? undefined : choisir(accueil.suiviId)])
  useTig.setState({ enregistre: `Enregistré à ${heure(new Date())}` })
}

const relireListe = async (): Promise<void> => {
  const { etat, posteId, texte } = useTig.getState()
  const lignes = await appeler(api.tig.lister({ jour: aujourdhui(), etat, posteId, texte }))
  // Typing goes faster than answers: only the answer to what is still asked counts.
  const { etat: e, posteId: p, texte: t } = useTig.getState()
  if (lignes !== undefined && e === etat && p === posteId && t === texte) useTig.setState({ lignes })
}

const relirePostes = async (): Promise<void> => {
  const postes = await appeler(api.tig.postes({ jour: aujourdhui() }))
  if (postes !== undefined) useTig.setState({ postes })
}
