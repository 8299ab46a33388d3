import { parentPort, workerData } from 'node:worker_threads'
import { accomplir, controlerLecture } from '#shared/domaine/secret/moteur/accomplir.ts'
import type { Constat, Tache } from '#shared/domaine/secret/moteur/tache.ts'
import type { Solveur } from '#shared/domaine/secret/moteur/solveur.ts'
import { chargerHighs } from './solveur-highs.ts'

/** What the worker is asked: to protect a release, or to attack what was read of one. */
export type Demande =
  | { readonly travail: 'accomplir'; readonly tache: Tache }
  | { readonly travail: 'controler'; readonly tache: Tache; readonly lues: Lues }
export type Lues = Parameters<typeof controlerLecture>[2]
export type Verdict = ReturnType<typeof controlerLecture>

/** What it answers: how many calculations so far, any number of times, then the result. It dies of what it cannot do. */
export type Message = { readonly calculs: number } | { readonly resultat: Constat | Verdict }

// A thread of its own, for a solve blocks the thread that asks for it.
const port = parentPort
if (port === null) throw new Error('the worker is started by its atelier')
const highs = await chargerHighs(workerData instanceof WebAssembly.Module ? workerData : undefined)
port.on('message', (demande: Demande) => {
  const solveur = compter(highs, (calculs) => dire({ calculs }))
  dire({ resultat: traiter(solveur, demande) })
})

const dire = (message: Message): void => port.postMessage(message)

const traiter = (solveur: Solveur, demande: Demande): Constat | Verdict => {
  const { travail, tache } = demande
  if (travail === 'controler') return controlerLecture(solveur, tache, demande.lues)
  return accomplir(solveur, tache, { maintenant, fin: maintenant() + tache.budget * 1000 })
}

const maintenant = (): number => performance.now()

/** Milliseconds between two messages: a solve takes about one. */
const CADENCE = 100

const compter = (solveur: Solveur, signaler: (calculs: number) => void): Solveur => {
  let calculs = 0
  let dernier = 0
  const compterUn = (): void => {
    calculs += 1
    if (maintenant() - dernier < CADENCE) return
    dernier = maintenant()
    signaler(calculs)
  }
  return {
    ...solveur,
    ouvrir: (modele) => {
      const programme = solveur.ouvrir(modele)
      return {
        ...programme,
        minimiser: (secondes) => {
          compterUn()
          return programme.minimiser(secondes)
        },
      }
    },
  }
}
