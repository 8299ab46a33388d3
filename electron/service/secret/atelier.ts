import { createHash } from 'node:crypto'
import { serialize } from 'node:v8'
import { Worker } from 'node:worker_threads'
import { ErreurSolveur } from '#shared/domaine/secret/moteur/solveur.ts'
import type { Constat, Tache } from '#shared/domaine/secret/moteur/tache.ts'
import type { Demande, Lues, Message, Verdict } from './ouvrier.ts'
import { compilerHighs } from './compiler-highs.ts'

export type Suivi = {
  /** Told a few times a second how many calculations were done so far. */
  readonly progression?: ((calculs: number) => void) | undefined
  /** Given up when it aborts: the work is refused with its reason. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Where releases are protected and attacked, in a thread of its own, one after the other in the order asked. What the
 * worker does not answer is refused with `ErreurSolveur`; the next work starts another worker.
 */
export type Atelier = {
  /** Starts the worker now, for it to be ready when work comes. */
  readonly preparer: () => void
  readonly accomplir: (tache: Tache, suivi?: Suivi) => Promise<Constat>
  /** See `controlerLecture`. */
  readonly controler: (tache: Tache, lues: Lues, suivi?: Suivi) => Promise<Verdict>
  /** Refuses the work under way and forgets the answers. The atelier may be used again. */
  readonly fermer: () => Promise<void>
}

export const createAtelier = ({ demarrer = demarrerOuvrier, repos = 60_000 }: OptionsAtelier = {}): Atelier => {
  const reponses = new Map<string, Constat | Verdict>()
  let derniere: Promise<unknown> = Promise.resolve()
  let fermeture = new AbortController()
  let ouvrier: Worker | undefined
  let minuterie: NodeJS.Timeout | undefined

  const arreter = async (): Promise<void> => {
    clearTimeout(minuterie)
    const aArreter = ouvrier
    ouvrier = undefined
    await aArreter?.terminate()
  }
  const reposer = () => {
    minuterie = setTimeout(() => void arreter(), repos).unref()
  }
  const embaucher = async (signal: AbortSignal): Promise<Worker> => {
    clearTimeout(minuterie)
    if (ouvrier !== undefined) return ouvrier
    // A worker that finds no program loads its own, and dies if it cannot.
    const programme = await compilerHighs().catch(() => undefined)
    signal.throwIfAborted()
    const nouveau = demarrer(programme)
    nouveau.unref()
    // One that dies while nobody waits for it is only replaced.
    nouveau.on('error', () => undefined)
    nouveau.on('exit', () => {
      if (ouvrier === nouveau) ouvrier = undefined
    })
    ouvrier = nouveau
    return nouveau
  }
  const traiter = async (demande: Demande, suivi: Suivi, signal: AbortSignal): Promise<Constat | Verdict> => {
    signal.throwIfAborted()
    try {
      const resultat = await interroger(await embaucher(signal), demande, suivi, signal)
      reposer()
      return resultat
    } catch (error) {
      await arreter()
      throw error
    }
  }
  const confier = async (demande: Demande, suivi: Suivi): Promise<Constat | Verdict> => {
    const cle = createHash('sha256').update(serialize(demande)).digest('hex')
    const connue = reponses.get(cle)
    if (connue !== undefined) return connue
    const signal = AbortSignal.any([fermeture.signal, ...(suivi.signal === undefined ? [] : [suivi.signal])])
    const tour = derniere.then(async () => {
      const resultat = reponses.get(cle) ?? (await traiter(demande, suivi, signal))
      reponses.set(cle, resultat)
      if (reponses.size > REPONSES) reponses.delete(reponses.keys().next().value ?? '')
      return resultat
    })
    derniere = tour.catch(() => undefined)
    return tour
  }
  return {
    preparer: () => {
      const { signal } = fermeture
      derniere = derniere
        .then(() => embaucher(signal))
        .then(reposer)
        .catch(() => undefined)
    },
    accomplir: async (tache, suivi = {}) => (await confier({ travail: 'accomplir', tache }, suivi)) as Constat,
    controler: async (tache, lues, suivi = {}) =>
      (await confier({ travail: 'controler', tache, lues }, suivi)) as Verdict,
    fermer: async () => {
      fermeture.abort(new ErreurSolveur('echec'))
      fermeture = new AbortController()
      reponses.clear()
      await arreter()
    },
  }
}

export type OptionsAtelier = {
  /** For tests alone: who starts the worker, and how long it rests before it goes, in milliseconds. */
  readonly demarrer?: (programme: WebAssembly.Module | undefined) => Worker
  readonly repos?: number
}

/** The same release is asked for by the screen, then by each export. */
const REPONSES = 24

/** Both the bundled service and its shared chunks are one folder under `dist/`; the sources are side by side. */
const fichier = import.meta.url.endsWith('.ts')
  ? new URL('ouvrier.ts', import.meta.url)
  : new URL('../service/ouvrier.js', import.meta.url)

/** The flags and the environment of the process are not for it: scripts to import first, the passphrase of a command. */
export const demarrerOuvrier = (programme?: WebAssembly.Module): Worker =>
  new Worker(fichier, { execArgv: [], env: {}, workerData: programme })

/** Keeps the process alive until the answer, and not a moment more. */
const interroger = async (
  ouvrier: Worker,
  demande: Demande,
  { progression }: Suivi,
  signal: AbortSignal,
): Promise<Constat | Verdict> => {
  const { promise, resolve, reject } = Promise.withResolvers<Constat | Verdict>()
  const echouer = () => reject(new ErreurSolveur('echec'))
  const abandonner = () => reject(signal.reason)
  const recevoir = (message: Message) =>
    'resultat' in message ? resolve(message.resultat) : progression?.(message.calculs)
  const ecoutes = { message: recevoir, messageerror: echouer, error: echouer, exit: echouer }
  for (const [evenement, ecoute] of Object.entries(ecoutes)) ouvrier.on(evenement, ecoute)
  signal.addEventListener('abort', abandonner)
  ouvrier.ref()
  try {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window: it has no origin
    ouvrier.postMessage(demande)
    return await promise
  } finally {
    ouvrier.unref()
    signal.removeEventListener('abort', abandonner)
    for (const [evenement, ecoute] of Object.entries(ecoutes)) ouvrier.off(evenement, ecoute)
  }
}
