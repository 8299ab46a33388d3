import { annoncer } from '#app/annoncer.tsx'
import { api, appeler, essayer, signaler } from '#app/api.ts'
import { aujourdhui, heure } from '#app/dates.ts'
import { toutEcrire } from '#app/depart.ts'
import { createFeatureStore } from '#app/stores.ts'
import type { AnneeFiche } from '#shared/domaine/strategie/fiche.ts'
import type { FicheLue, FicheResume, Strategie, StrategieResumee } from '#shared/domaine/strategie/strategie.ts'
import type { Erreur } from '#shared/erreurs/erreur.ts'
import type { Reply } from '#shared/ipc/call.ts'
import type { RetirableDeStrategie } from '#shared/ipc/contract/strategie.ts'
import { anneeOuverte, ENSEMBLE, type FiltreTerritoire, phraseDe } from './presenter.ts'

/** What the right side shows: a fiche to read or to correct, a new one, the plan of the strategy, or nothing. */
export type Volet =
  | { readonly genre: 'rien' }
  | { readonly genre: 'plan' }
  | { readonly genre: 'fiche'; readonly fiche: FicheLue; readonly correction: boolean }
  | { readonly genre: 'nouvelle'; readonly axeId: string }

type Etat = {
  /** Null until read. */
  readonly strategies: readonly Strategie[] | null
  readonly resume: StrategieResumee | null
  readonly filtre: FiltreTerritoire
  readonly volet: Volet
  /** « Enregistré à 14:03 », once the service has answered. */
  readonly enregistre: string
}

export const useStrategie = createFeatureStore<Etat>(() => ({
  strategies: null,
  resume: null,
  filtre: ENSEMBLE,
  volet: { genre: 'rien' },
  enregistre: '',
}))

const lire = useStrategie.getState

/** Reads the strategies, and opens the one asked for, the one shown before, or the latest. */
export const ouvrirStrategies = async (demandee?: string): Promise<void> => {
  const strategies = await appeler(api.strategie.lister())
  if (strategies === undefined) return
  const id = demandee ?? lire().resume?.strategie.id
  const ouverte = strategies.find((s) => s.id === id) ?? strategies[0]
  useStrategie.setState({ strategies })
  if (ouverte === undefined) return useStrategie.setState({ resume: null, volet: { genre: 'rien' } })
  const memeAnnee = lire().resume?.strategie.id === ouverte.id ? lire().resume?.annee : undefined
  await montrerAnnee(ouverte.id, memeAnnee ?? anneeOuverte(ouverte, aujourdhui()))
}

/** Shows a strategy over a year; the fiche open stays open. */
export const montrerAnnee = async (id: string, annee: number): Promise<void> => {
  const resume = await appeler(api.strategie.resumer({ id, annee }))
  if (resume === undefined) return
  const change = lire().resume?.strategie.id !== id
  const perdu = !resume.territoires.some((t) => t.id === lire().filtre)
  useStrategie.setState({
    resume,
    ...(change ? { volet: { genre: 'rien' } } : {}),
    ...(change || perdu ? { filtre: lire().filtre === 'tous' ? 'tous' : ENSEMBLE } : {}),
  })
  const { volet } = lire()
  if (volet.genre === 'fiche') await ouvrirFiche(volet.fiche.id, volet.correction)
}

/** Reads again all that is shown. */
export const relire = async (): Promise<void> => {
  const { resume } = lire()
  await (resume === null ? ouvrirStrategies() : montrerAnnee(resume.strategie.id, resume.annee))
}

/** Writes what is being typed, then shows something else. */
export const quitter = async (suite: () => Promise<void> | void): Promise<void> => {
  await toutEcrire()
  await suite()
}

export const filtrer = (filtre: FiltreTerritoire): void => useStrategie.setState({ filtre })
export const montrer = (volet: Volet): void => {
  voulue = ''
  useStrategie.setState({ volet, enregistre: '' })
}

/** The fiche clicked last: an answer about another one comes too late. */
let voulue = ''

/** Opens a fiche, and brings its line in the list up to date. */
export const ouvrirFiche = async (id: string, correction = false): Promise<void> => {
  const { resume } = lire()
  if (resume === null) return
  voulue = id
  const fiche = await appeler(api.strategie.lireFiche({ id, annee: resume.annee }))
  if (voulue !== id) return
  // The year may have changed while the answer came.
  if (lire().resume?.annee !== resume.annee) return ouvrirFiche(id, correction)
  if (fiche === undefined) return montrer({ genre: 'rien' })
  useStrategie.setState(({ resume: montre, volet, enregistre }) => ({
    resume:
      montre === null ? null : { ...montre, fiches: montre.fiches.map((f) => (f.id === id ? enLigne(fiche) : f)) },
    volet: { genre: 'fiche', fiche, correction },
    enregistre: volet.genre === 'fiche' && volet.fiche.id === id ? enregistre : '',
  }))
}

const enLigne = (fiche: FicheLue): FicheResume => {
  const { id, axeId, territoireId, numero, titre, manques, cibles, part, annee } = fiche
  return { id, axeId, territoireId, numero, titre, manques, cibles, part, statut: annee.statut }
}

/** Runs a command, then reads the fiche open again. Gives back why it was refused, in French; nothing when it is done. */
export const ecrireFiche = (commande: Promise<Reply<unknown>>): Promise<string | undefined> =>
  ecrire(commande, async () => {
    const { volet } = lire()
    if (volet.genre === 'fiche') await ouvrirFiche(volet.fiche.id, volet.correction)
  })

/** What the year says of the fiche open; one write after the other, so that none takes back the one before. */
export const noterAnnee = (champs: Partial<AnneeFiche>): Promise<string | undefined> => {
  const suivante = derniere.then(async () => {
    const { volet } = lire()
    if (volet.genre !== 'fiche') return undefined
    return ecrireFiche(api.strategie.noterAnnee({ ...volet.fiche.annee, ...champs }))
  })
  derniere = suivante
  return suivante
}

let derniere: Promise<string | undefined> = Promise.resolve(undefined)

/** The same for what changes the list. */
export const ecrirePlan = (commande: Promise<Reply<unknown>>): Promise<string | undefined> => ecrire(commande, relire)

const ecrire = async (commande: Promise<Reply<unknown>>, apres: () => Promise<void>): Promise<string | undefined> => {
  const reponse = await essayer(commande)
  if (!reponse.ok) return refuser(reponse.erreur)
  await apres()
  useStrategie.setState({ enregistre: `Enregistré à ${heure(new Date())}` })
  return undefined
}

/** Takes something out, with ten seconds to change one's mind. */
export const retirer = async (
  genre: RetirableDeStrategie,
  id: string,
  message: string,
): Promise<string | undefined> => {
  const suite = genre === 'indicateur' ? ecrireFiche : ecrirePlan
  if (genre === 'fiche') useStrategie.setState({ volet: { genre: 'rien' } })
  const refus = await suite(api.strategie.retirer({ genre, id }))
  if (refus !== undefined) return refus
  if (genre === 'strategie') await ouvrirStrategies()
  annoncer(message, {
    annule: 'C’est remis comme avant.',
    ...(genre === 'strategie' ? { apres: () => void ouvrirStrategies(id) } : {}),
  })

  return undefined
}

/** Loads the published example, and opens it; gives back why it was refused. */
export const chargerExemple = async (): Promise<string | undefined> => {
  const charge = await essayer(api.strategie.chargerExemple({ exemple: 'aix-en-provence' }))
  if (charge.ok) {
    await ouvrirStrategies(charge.value.id)
    return undefined
  }
  return refuser(charge.erreur)
}

/** A refusal in words for the place it was asked from; what is no fault of the user is shown apart. */
const refuser = (erreur: Erreur): string => {
  const phrase = phraseDe(erreur.champs ?? {})
  if (phrase === undefined) signaler(erreur)
  return phrase ?? ''
}
