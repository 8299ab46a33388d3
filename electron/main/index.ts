import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { app } from 'electron'
import { donneesLocales, lireOptions } from './options.ts'
import { createOuvertures } from './ouvertures.ts'
import { registerScheme } from './protocol.ts'
import { closeContents } from './security.ts'

// crashReporter is never started: a dump of memory would hold names.
const dist = dirname(import.meta.dirname)
const donnees = donneesLocales(process.platform, process.env, homedir())
const options = lireOptions(process.argv.slice(app.isPackaged ? 1 : 2))

const ouvertures = createOuvertures(
  options.mode === 'fenetre' && options.fichier !== undefined ? resolve(options.fichier) : undefined,
)
// macOS tells it this way, before the application is ready or at any time.
app.on('open-file', (event, chemin) => {
  event.preventDefault()
  ouvertures.noter(chemin)
})

app.enableSandbox()
app.setPath('userData', join(donnees, 'chromium'))
registerScheme()
closeContents()
// Printing windows come and go: the application ends with its own window, not with the last of them.
app.on('window-all-closed', () => undefined)

// A command reads nothing of the window's, nor the window of a command's.
const run = async () => {
  if (options.mode === 'commande') {
    const { executerCommande } = await import('./commande.ts')
    return executerCommande(dist, options.args)
  }
  if (!app.requestSingleInstanceLock()) return app.quit()
  const coffre = options.coffre === undefined ? join(donnees, 'coffre') : resolve(options.coffre)
  const { ouvrirFenetre } = await import('./fenetre.ts')
  return ouvrirFenetre(dist, { coffre, essai: join(donnees, 'essai') }, ouvertures)
}

const start = async () => {
  try {
    await app.whenReady()
    await run()
  } catch (error) {
    // Left alive without a window, it would hold the place of the one instance that may run.
    process.stderr.write(`Jalon n’a pas pu démarrer (${error instanceof Error ? error.name : typeof error}).\n`)
    app.exit(1)
  }
}
void start()
