import { resolve } from 'node:path'
import { fichierAOuvrir } from './options.ts'

/** The file that the system asked to open by double click, until the window takes it. */
export type Ouvertures = {
  readonly noter: (chemin: string) => void
  /** From the arguments of another instance, which left its place to this one. */
  readonly noterArguments: (args: readonly string[], dossier: string) => void
  readonly prendre: () => string | undefined
  /** Tells whoever listens that a file waits. */
  readonly quand: (dire: () => void) => void
}

export const createOuvertures = (premier: string | undefined): Ouvertures => {
  let attend = premier
  let ecoute: (() => void) | undefined
  const noter = (chemin: string) => {
    attend = chemin
    ecoute?.()
  }
  return {
    noter,
    noterArguments: (args, dossier) => {
      const fichier = fichierAOuvrir(args)
      if (fichier !== undefined) noter(resolve(dossier, fichier))
    },
    prendre: () => {
      const pris = attend
      attend = undefined
      return pris
    },
    quand: (autre) => {
      ecoute = autre
    },
  }
}
