import { join } from 'node:path'
import { app, type BrowserWindow, dialog, powerMonitor } from 'electron'
import type { Evenement } from '#shared/ipc/events.ts'
import { createFermeture } from './fermeture.ts'
import { lireContrat, registerIpc } from './ipc.ts'
import { installMenu } from './menu.ts'
import type { Ouvertures } from './ouvertures.ts'
import { createRelais } from './relais.ts'
import { type Service, serviceEnv, startService } from './service.ts'
import { openWindow } from './window.ts'

/** The folder of the coffre, and the one where Jalon may make an invented one for who tries it. */
type Dossiers = { readonly coffre: string; readonly essai: string }

/** The application with its window: one service, one window, and the coffre locked whenever the user leaves the PC. */
export const ouvrirFenetre = async (dist: string, dossiers: Dossiers, ouvertures: Ouvertures): Promise<void> => {
  let window: BrowserWindow | undefined
  let quitting = false
  let tombee = false

  const tell = (evenement: Evenement) => {
    if (window === undefined || window.isDestroyed() || tombee) return
    window.webContents.send('evenement', evenement)
    // Names must not stay in the page's memory once the coffre is closed.
    if (evenement.nom === 'verrouille' && !quitting) {
      window.webContents.reload()
      void relais.renouveler()
    }
  }
  const start = (): Service => {
    const started = startService(join(dist, 'service', 'index.js'), [dossiers.coffre, dossiers.essai], {
      env: serviceEnv(process.env),
      onEvent: tell,
    })
    const watch = async () => {
      await started.ended
      if (!quitting && relais.sert(started)) await offerReopen()
    }
    void watch()
    return started
  }
  // A page that dies takes names with it, and shows nothing any more: the coffre closes, then a person decides.
  const relever = async () => {
    tombee = true
    await invoke('coffre', 'verrouiller', undefined)
    void relais.renouveler()
    const { response } = await dialog.showMessageBox(fenetreTombee)
    if (response !== 0) return app.quit()
    tombee = false
    window?.webContents.reload()
  }
  // A service that dies is never restarted by itself: a person decides, each time.
  const offerReopen = async () => {
    const { response } = await dialog.showMessageBox(arret)
    if (response !== 0) return app.quit()
    relais.remplacer()
    window?.webContents.reload()
  }
  const relais = createRelais(start)
  const { invoke } = relais
  const { relayer, refermer } = createFermeture(tell, invoke)
  const verrouiller = () => void refermer()

  registerIpc(() => window, relayer, ouvertures.prendre)
  ouvertures.quand(() => tell({ nom: 'ouverture', donnees: {} }))
  installMenu(verrouiller)
  powerMonitor.on('lock-screen', verrouiller)
  powerMonitor.on('suspend', verrouiller)
  app.on('second-instance', (_event, args, dossier) => {
    ouvertures.noterArguments(args, dossier)
    if (window?.isMinimized() === true) window.restore()
    window?.focus()
  })
  app.on('before-quit', (event) => {
    if (quitting) return
    quitting = true
    event.preventDefault()
    void leave()
  })
  const leave = async () => {
    if (!tombee) await refermer()
    await relais.arreter(delaiFermeture)
    app.quit()
  }
  const ouverture = openWindow({ renderer: join(dist, 'renderer'), preload: join(dist, 'preload', 'index.cjs') })
  // Meanwhile: what its first question asks for.
  setImmediate(() => void lireContrat().catch(() => undefined))
  window = await ouverture
  // Leaving goes first by what is being typed; the window closes after.
  window.on('close', (event) => {
    if (quitting) return
    event.preventDefault()
    app.quit()
  })
  window.on('closed', () => app.quit())
  window.webContents.on('render-process-gone', () => {
    if (!quitting) void relever()
  })
}

/** Milliseconds left to the coffre to close before its process is ended: every write is already on disk. */
const delaiFermeture = 2000

const panne = {
  type: 'error' as const,
  title: 'Jalon',
  buttons: ['Rouvrir', 'Quitter Jalon'],
  defaultId: 0,
  cancelId: 1,
  noLink: true,
}

const arret = {
  ...panne,
  message: 'Le coffre s’est refermé à cause d’une panne.',
  detail:
    'Ce qui était enregistré est intact. Vous pouvez rouvrir le coffre maintenant ; si la panne revient, quittez Jalon et prévenez la personne qui vous dépanne.',
}

const fenetreTombee = {
  ...panne,
  message: 'La fenêtre s’est arrêtée à cause d’une panne ; le coffre a été refermé.',
  detail:
    'Ce qui était enregistré est intact, et ce que vous tapiez est dans les brouillons, à la seconde près. Vous pouvez rouvrir le coffre maintenant ; si la panne revient, quittez Jalon et prévenez la personne qui vous dépanne.',
}
