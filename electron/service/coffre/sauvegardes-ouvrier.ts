import { parentPort, workerData } from 'node:worker_threads'
import { type CodeErreur, ErreurMetier } from '#shared/erreurs/erreur.ts'
import { copierAilleurs, emporter } from './sauvegardes-emporter.ts'
import { faireSauvegarde, type Source } from './sauvegardes-faire.ts'

/** One job, then the thread ends: a copy of the whole base blocks whoever makes it. */
export type Travail =
  | { readonly quoi: 'sauvegarder'; readonly source: Source }
  | { readonly quoi: 'copier'; readonly source: Source; readonly destination: string }
  | { readonly quoi: 'emporter'; readonly source: Source; readonly destination: string; readonly malgre: boolean }
export type Resultat = { readonly dossier: string } | { readonly erreur: CodeErreur }

const accomplir = (travail: Travail) => {
  const { source } = travail
  if (travail.quoi === 'sauvegarder') return faireSauvegarde(source)
  if (travail.quoi === 'copier') return copierAilleurs(source, travail.destination)
  return emporter(source, travail.destination, travail.malgre)
}

const repondre = async (travail: Travail): Promise<Resultat> => {
  try {
    return { dossier: (await accomplir(travail)).dossier }
  } catch (error) {
    return { erreur: error instanceof ErreurMetier ? error.erreur.code : 'interne' }
  }
}

const recu = workerData as Travail
// A buffer comes out of a message as plain bytes.
const { buffer, byteOffset, byteLength } = recu.source.cle
const cle = Buffer.from(buffer, byteOffset, byteLength)
try {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window: it has no origin
  parentPort?.postMessage(await repondre({ ...recu, source: { ...recu.source, cle } }))
} finally {
  cle.fill(0)
}
