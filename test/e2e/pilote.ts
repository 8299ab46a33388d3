import type { Page } from 'playwright-core'
import type { ReponseDialogue } from '#build/electron-chromium/pilotage.ts'
import { trouverElectron } from '#build/preparer.ts'
import { lancerChromium } from './pilote-chromium.ts'
import { lancerElectron } from './pilote-electron.ts'

export type Lancement = {
  /** Folder of the coffre; a fresh one, removed at the end, when absent. */
  readonly coffre?: string
  readonly env?: Readonly<Record<string, string>>
  /** Folder of all that the application may write, coffre included; not removed at the end. */
  readonly dossier?: string
  /** File that receives what its processes print. */
  readonly journal?: string
  /** A file that the system gives to open. */
  readonly fichier?: string
}

/** The application, running, with its window on the first page. */
export type Application = {
  readonly pilote: 'electron' | 'electron-chromium'
  readonly page: Page
  readonly coffre: string
  /** Process that started all the others. */
  readonly pid: number
  /** Answers the native dialog that is open, or else the next one. */
  readonly repondreDialogue: (reponse: ReponseDialogue) => Promise<void>
  /** Texts of the native dialogs shown so far. */
  readonly dialogues: () => Promise<readonly string[]>
  readonly emettrePower: (evenement: 'lock-screen' | 'suspend') => Promise<void>
  /** Leaves as the user does. */
  readonly fermer: () => Promise<void>
  /** Leaves by the cross of the window. */
  readonly fermerFenetre: () => Promise<void>
  /** Kills without warning: the data service alone, the page, or the whole application. */
  readonly tuer: (quoi: 'service' | 'page' | 'application') => Promise<void>
}

/** Opens the built application: in Electron where its binary is, in the stand-in elsewhere. */
export const lancer = (lancement: Lancement = {}): Promise<Application> =>
  trouverElectron() === undefined ? lancerChromium(lancement) : lancerElectron(lancement)
