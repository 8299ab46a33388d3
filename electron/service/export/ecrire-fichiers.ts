import { randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'

/** Names in the folder and what to write there; a map is a folder of text files. */
export type Fichiers = Map<string, string | Uint8Array | ReadonlyMap<string, string>>

/**
 * All or nothing: everything is written and flushed under a temporary name beside its place, then renamed.
 * What was there under the same name is replaced. Throws `ecriture-impossible`.
 */
export const ecrireFichiers = async (dossier: string, fichiers: Fichiers): Promise<string[]> => {
  const marque = `.${randomUUID()}.tmp`
  const noms = [...fichiers.keys()]
  const provisoires = noms.map((nom) => join(dossier, `.${nom}${marque}`))
  try {
    await mkdir(dossier, { recursive: true })
    for (const [i, contenu] of [...fichiers.values()].entries()) await ecrire(provisoires[i] ?? '', contenu)
    for (const [i, nom] of noms.entries()) await remplacer(provisoires[i] ?? '', join(dossier, nom), marque)
    return noms
  } catch (erreur) {
    await Promise.allSettled(provisoires.map((chemin) => rm(chemin, { recursive: true, force: true })))
    throw estErreurSysteme(erreur) ? new ErreurMetier('ecriture-impossible') : erreur
  }
}

const ecrire = async (chemin: string, contenu: string | Uint8Array | ReadonlyMap<string, string>): Promise<void> => {
  if (contenu instanceof Map) {
    await mkdir(chemin)
    for (const [nom, texte] of contenu) await ecrire(join(chemin, nom), texte)
    return
  }
  const fichier = await open(chemin, 'wx')
  try {
    await fichier.writeFile(contenu as string | Uint8Array)
    await fichier.sync()
  } finally {
    await fichier.close()
  }
}

/** A folder cannot be renamed over another: the old one steps aside first, and comes back if the new one cannot come. */
const remplacer = async (provisoire: string, cible: string, marque: string): Promise<void> => {
  const ancien = `${cible}${marque}`
  const existait = await rename(cible, ancien).then(
    () => true,
    (erreur: unknown) => {
      if (estErreurSysteme(erreur) && erreur.code === 'ENOENT') return false
      throw erreur
    },
  )
  try {
    await rename(provisoire, cible)
  } catch (erreur) {
    if (existait) await rename(ancien, cible)
    throw erreur
  }
  if (existait) await rm(ancien, { recursive: true, force: true })
}

const estErreurSysteme = (erreur: unknown): erreur is NodeJS.ErrnoException =>
  erreur instanceof Error && 'code' in erreur && 'syscall' in erreur
