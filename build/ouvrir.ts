import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { construire } from './construire.ts'
import { dire, environnement, racine } from './executer.ts'
import { preparerChromium, remplacant, trouverElectron } from './preparer.ts'

/** Whether a window can be seen here. */
export const aUnEcran = (): boolean =>
  process.platform === 'win32' ||
  process.platform === 'darwin' ||
  Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])

/** Opens the application as built from the sources, with these arguments, and answers its exit code once it is closed. */
export const ouvrir = async (args: readonly string[]): Promise<number> => {
  construire()
  if (trouverElectron() === undefined) chercherElectron()
  if (trouverElectron() === undefined) {
    dire('Le binaire d’Electron ne peut être téléchargé ici : Jalon s’ouvre dans Chromium, qui le remplace.')
    preparerChromium()
    process.env['ELECTRON_OVERRIDE_DIST_PATH'] = remplacant
  }
  const executable: string = createRequire(import.meta.url)('electron')
  const env = { ...process.env, PATH: environnement.PATH }
  const child = spawn(executable, [racine, ...args], { env, stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void child.kill(signal))
  const [code] = await once(child, 'exit')
  return typeof code === 'number' ? code : 1
}

/** Electron's own installer, silent: it fails in a moment where its binary is out of reach. */
const chercherElectron = (): void =>
  void spawnSync(process.execPath, [join(racine, 'node_modules/electron/install.js')], { stdio: 'ignore' })
