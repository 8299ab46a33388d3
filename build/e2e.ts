import { construire } from './construire.ts'
import { dire, executer } from './executer.ts'
import { preparerChromium, trouverElectron } from './preparer.ts'

/** The end-to-end suite alone, on the built application: `npm run e2e -- test/e2e/coquille.test.ts`. */
const lancerSuite = (args: readonly string[]): boolean => {
  const reel = trouverElectron() !== undefined
  if (!reel) preparerChromium()
  construire()
  dire(
    reel
      ? 'Fenêtre : Electron.'
      : 'Fenêtre : Chromium, qui remplace Electron (binaire absent). Rien ici n’est vérifié dans Electron même.',
  )
  return executer(['vitest run -c test/vitest.config.ts --root . --project e2e', ...args].join(' '))
}

try {
  process.exitCode = lancerSuite(process.argv.slice(2).map((arg) => JSON.stringify(arg))) ? 0 : 1
} catch (error) {
  dire(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
