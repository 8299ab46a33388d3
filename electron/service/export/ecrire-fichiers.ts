import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { creerDossier } from '../dossiers.ts'

/** Names in the folder and what to write there; a map is a folder of text files. */
export type Fichiers = Map<string, string | Uint8Array | ReadonlyMap<string, string>>

/**
 * All or nothing: everything is written and flushed under a temporary name beside its place, then renamed.
 * What an earlier report left under the same name is replaced. Throws `ecriture-impossible`.
 */
export const ecrireFichiers = async (dossier: string, fichiers: Fichiers): Promise<string[]> => {
  const marque = `.${randomUUID()}.tmp`
  const noms = [...fichiers.keys()]
  const provisoires = noms.map((nom) => join(dossier, `.${nom}${marque}`))
  try {
    creerDossier(dossier)
    for (const [nom, contenu] of fichiers) await verifierPlace(join(dossier, nom), contenu)
    for (const [i, contenu] of [...fichiers.values()].entries()) await ecrire(provisoires[i] ?? '', contenu)
    for (const [i, nom] of noms.entries()) await placer(provisoires[i] ?? '', join(dossier, nom), marque)
    return noms
  } catch (erreur) {
    await Promise.allSettled(provisoires.map((chemin) => rm(chemin, { recursive: true, force: true })))
    throw estErreurSysteme(erreur) ? new ErreurMetier('ecriture-impossible') : erreur
  }
}

/** A folder in the place of a file, or a folder that holds anything but our tables, is somebody's work: it stays. */
const verifierPlace = async (cible: string, contenu: unknown): Promise<void> => {
  const presents = await readdir(cible).catch((erreur: unknown) => {
    if (estErreurSysteme(erreur) && (erreur.code === 'ENOENT' || erreur.code === 'ENOTDIR')) return undefined
    throw erreur
  })
  const remplacable = contenu instanceof Map && presents?.every((n) => n.endsWith('.csv') || n === 'datapackage.json')
  if (presents !== undefined && remplacable !== true) throw new ErreurMetier('ecriture-impossible')
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

/** A file is renamed over the old one. A folder cannot be: the old one steps aside, and comes back if the new one cannot come. */
const placer = async (provisoire: string, cible: string, marque: string): Promise<void> => {
  const estDossier = await stat(cible).then(
    (s) => s.isDirectory(),
    () => false,
  )
  if (!estDossier) return rename(provisoire, cible)
  const ancien = `${cible}${marque}`
  await rename(cible, ancien)
  try {
    await rename(provisoire, cible)
  } catch (erreur) {
    await rename(ancien, cible)
    throw erreur
  }
  await rm(ancien, { recursive: true, force: true })
}

const estErreurSysteme = (erreur: unknown): erreur is NodeJS.ErrnoException =>
  erreur instanceof Error && 'code' in erreur && 'syscall' in erreur
