import { chmodSync, closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as attendre } from 'node:timers/promises'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { creerDossier } from '../dossiers.ts'

/** Replaces a file whole or not at all, even if the power goes: new file, fsync, rename, fsync of the folder. */
export const ecrireAtomique = async (fichier: string, texte: string): Promise<void> => {
  const nouveau = `${fichier}.nouveau`
  try {
    const descripteur = openSync(nouveau, 'w', 0o600)
    try {
      writeFileSync(descripteur, texte)
      fsyncSync(descripteur)
    } finally {
      closeSync(descripteur)
    }
    await renommer(nouveau, fichier)
  } catch {
    rmSync(nouveau, { force: true })
    throw new ErreurMetier('ecriture-impossible')
  }
}

/** Renames and makes it last. Antivirus programs hold new files for an instant on Windows: tried again for two seconds. */
export const renommer = async (de: string, vers: string): Promise<void> => {
  for (let essai = 1; ; essai += 1) {
    try {
      renameSync(de, vers)
      return syncDossier(dirname(vers))
    } catch (error) {
      if (essai === 8 || !occupe(error)) throw new ErreurMetier('ecriture-impossible')
      await attendre(essai * 50)
    }
  }
}

/** A folder that only this user may read; one that already holds something else keeps its rights. */
export const creerDossierPrive = (dossier: string): void => {
  try {
    creerDossier(dossier, 0o700)
    if (readdirSync(dossier).length === 0) chmodSync(dossier, 0o700)
  } catch {
    throw new ErreurMetier('ecriture-impossible')
  }
}

/** Makes the names of a folder last. */
export const syncDossier = (dossier: string): void => {
  // Windows neither needs nor allows it.
  if (process.platform === 'win32') return
  const descripteur = openSync(dossier, 'r')
  try {
    fsyncSync(descripteur)
  } finally {
    closeSync(descripteur)
  }
}

const occupe = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['EPERM', 'EBUSY', 'EACCES'].includes(String(error.code))
