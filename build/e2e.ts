import { construire } from './construire.ts'
import { executer } from './executer.ts'
import { preparerChromium, trouverElectron } from './preparer.ts'

// The end-to-end suite alone: `npm run e2e -- test/e2e/coquille.test.ts`.
const reel = trouverElectron() !== undefined
if (!reel) preparerChromium()
construire()
process.stdout.write(
  reel
    ? 'Fenêtre : Electron.\n'
    : 'Fenêtre : Chromium, qui remplace Electron (binaire absent). Rien ici n’est vérifié dans Electron même.\n',
)
const args = process.argv.slice(2).map((arg) => JSON.stringify(arg))
const reussi = executer(['vitest run -c test/vitest.config.ts --root . --project e2e', ...args].join(' '))
process.exitCode = reussi ? 0 : 1
