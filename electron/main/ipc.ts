import { type BrowserWindow, dialog, ipcMain, type OpenDialogOptions } from 'electron'
import type { CheminDemande, Reply } from '#shared/ipc/call.ts'
import type { Connection } from '#shared/ipc/port.ts'
import { findCall } from '#shared/ipc/router.ts'
import { isOwnFrame } from './security.ts'

/** The single channel: checks who asks, adds the path the user chooses, and relays to the service. */
export const registerIpc = (
  window: () => BrowserWindow | undefined,
  invoke: Connection['invoke'],
  ouvert: () => string | undefined,
): void =>
  ipcMain.handle('appel', async (event, feature: unknown, method: unknown, input: unknown) => {
    if (!isOwnFrame(event.senderFrame)) throw new Error('untrusted sender')
    const { contract } = await lireContrat()
    const call = findCall(contract, feature, method)
    if (call === undefined) return inconnu
    // An input the service will refuse must not first ask the user for a folder.
    if (call.chemin === undefined || !call.input.safeParse(input).success)
      return invoke(String(feature), String(method), input)
    const chemin = call.chemin === 'ouvert' ? ouvert() : await demander[call.chemin](window())
    return chemin === undefined ? annule : invoke(String(feature), String(method), input, { chemin })
  })

/** Every call that a window may make: much to read, and nothing is asked before the window is there. */
export const lireContrat = () => import('#shared/ipc/contract.ts')

const inconnu: Reply<never> = { ok: false, erreur: { code: 'appel-inconnu' } }
const annule: Reply<never> = { ok: false, erreur: { code: 'annule' } }

type Demande = (window: BrowserWindow | undefined) => Promise<string | undefined>

const choisir = async (window: BrowserWindow | undefined, options: OpenDialogOptions): Promise<string | undefined> => {
  const { canceled, filePaths } = await (window === undefined
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options))
  return canceled ? undefined : filePaths[0]
}

const demander: Readonly<Record<Exclude<CheminDemande, 'ouvert'>, Demande>> = {
  dossier: (window) =>
    choisir(window, {
      title: 'Choisir le dossier',
      buttonLabel: 'Choisir ce dossier',
      properties: ['openDirectory', 'createDirectory'],
    }),
  fichier: (window) =>
    choisir(window, { title: 'Choisir le fichier', buttonLabel: 'Choisir ce fichier', properties: ['openFile'] }),
  enregistrer: async (window) => {
    const options = { title: 'Enregistrer sous', buttonLabel: 'Enregistrer' }
    const { canceled, filePath } = await (window === undefined
      ? dialog.showSaveDialog(options)
      : dialog.showSaveDialog(window, options))
    return canceled || filePath === '' ? undefined : filePath
  },
}
