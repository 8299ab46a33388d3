import { app, BrowserWindow, session } from 'electron'
import { accueil, serveFiles } from './protocol.ts'
import { closeSession } from './security.ts'

/** Every switch is written out, even where it is Electron's default: a change of default must not open anything. */
export const preferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  webviewTag: false,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  navigateOnDragDrop: false,
  plugins: false,
  safeDialogs: true,
  spellcheck: false,
} as const

/** The one window. Its session is in memory only: Chromium writes nothing of what is shown. */
export const openWindow = async (dossier: {
  readonly renderer: string
  readonly preload: string
}): Promise<BrowserWindow> => {
  const memoire = session.fromPartition('jalon', { cache: false })
  closeSession(memoire)
  serveFiles(memoire, dossier.renderer)
  const window = new BrowserWindow({
    title: 'Jalon',
    width: 1366,
    height: 768,
    minWidth: 800,
    minHeight: 600,
    show: false,
    autoHideMenuBar: true,
    webPreferences: { ...preferences, devTools: !app.isPackaged, session: memoire, preload: dossier.preload },
  })
  // Keeps names out of screenshots, shared screens and systems that record what is shown.
  window.setContentProtection(true)
  window.once('ready-to-show', () => window.show())
  await window.loadURL(accueil)
  return window
}
