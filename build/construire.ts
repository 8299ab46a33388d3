import { globSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { executer, racine } from './executer.ts'

/** Builds `dist/` when a source is newer than it; throws when the build fails. */
export const construire = (): void => {
  if (estAJour()) return
  if (!executer('electron-vite build -c build/electron.vite.config.ts --logLevel warn'))
    throw new Error('La construction de l’application a échoué.')
}

const estAJour = (): boolean => {
  // The window's page is what the build writes last.
  const construit = instant('dist/renderer/index.html')
  return globSync(sources, { cwd: racine }).every((source) => instant(source) <= construit)
}

const sources = [
  '{shared,db,renderer,electron}/**/*.{ts,tsx,css,html,svg,png,woff2}',
  'build/electron.vite.config.ts',
  'package-lock.json',
]

const instant = (chemin: string): number => statSync(join(racine, chemin), { throwIfNoEntry: false })?.mtimeMs ?? 0
