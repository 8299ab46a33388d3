import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Makes a folder and those above it that are missing. Node's own `recursive` never comes back from a place that says « no
 * such folder » whatever is made in it (a lost network drive, /proc): here the system's error is thrown.
 */
export const creerDossier = (dossier: string, mode = 0o777): void => {
  const parent = dirname(dossier)
  if (parent !== dossier && !existsSync(parent)) creerDossier(parent, mode)
  // What is there and is no folder is left to whoever writes in it.
  if (!existsSync(dossier)) mkdirSync(dossier, { mode })
}
