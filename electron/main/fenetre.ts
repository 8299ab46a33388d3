import { join } from 'node:path'
import { app, type BrowserWindow, dialog, powerMonitor } from 'electron'
import type { Evenement } from '#shared/ipc/events.ts'
import type { Connection } from '#shared/ipc/port.ts'
import { registerIpc } from './ipc.ts'
import { installMenu } from './menu.ts'
import type { Ouvertures } from './ouvertures.ts'
import { type Service, serviceEnv, startService } from './service.ts'
import { openWindow } from './window.ts'

/** The folder of the coffre, and the one where Jalon may make an invented one for who tries it. */
type Dossiers = { readonly coffre: string; readonly essai: string }

/** The application with its window: one service, one window, and the coffre locked whenever the user leaves the PC. */
export const ouvrirFenetre = async (dist: string, dossiers: Dossiers, ouvertures: Ouvertures): Promise<void> => {
  let window: BrowserWindow | undefined
  let quitting = false

  const tell = (evenement: Evenement) => {
    if (window === undefined || window.isDestroyed() || quitting) return
    window.webContents.send('evenement', evenement)
    // Names must not stay in the page's memory once the coffre is closed.
    if (evenement.nom === 'verrouille') window.webContents.reload()
  }
  const start = (): Service => {
    const started = startService(join(dist, 'service', 'index.js'), ['--coffre', dossiers.coffre, dossiers.essai], {
      env: serviceEnv(process.env),
      onEvent: tell,
    })
    const watch = async () => {
      await started.ended
      if (!quitting) await offerReopen()
    }
    void watch()
    return started
  }
  // A service that dies is never restarted by itself: a person decides, each time.
  const offerReopen = async () => {
    const { response } = await dialog.showMessageBox(arret)
    if (response !== 0) return app.quit()
    service = start()
    window?.webContents.reload()
  }
  let service = start()
  const invoke: Connection['invoke'] = (feature, method, input, appel) => service.invoke(feature, method, input, appel)
  const verrouiller = () => void invoke('coffre', 'verrouiller', undefined)

  registerIpc(() => window, invoke, ouvertures.prendre)
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
    void leave(service)
  })
  window = await openWindow({ renderer: join(dist, 'renderer'), preload: join(dist, 'preload', 'index.cjs') })
  window.on('closed', () => app.quit())
}

const leave = async (service: Service) => {
  await service.stop(delaiFermeture)
  app.quit()
}

/** Milliseconds left to the coffre to close before its process is ended: every write is already on disk. */
const delaiFermeture = 2000

const arret = {
  type: 'error' as const,
  title: 'Jalon',
  message: 'Le coffre s’est refermé à cause d’une panne.',
  detail:
    'Ce qui était enregistré est intact. Vous pouvez rouvrir le coffre maintenant ; si la panne revient, quittez Jalon et prévenez la personne qui vous dépanne.',
  buttons: ['Rouvrir', 'Quitter Jalon'],
  defaultId: 0,
  cancelId: 1,
  noLink: true,
}
