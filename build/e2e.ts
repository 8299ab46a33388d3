import { construire } from './construire.ts'
import { dire, executer, mener } from './executer.ts'
import { preparerChromium, trouverElectron } from './preparer.ts'

// npm run e2e: the end-to-end suite alone, on the built application, or one file of it: `npm run e2e -- test/e2e/coquille.test.ts`.
await mener(() => {
  const reel = trouverElectron() !== undefined
  if (!reel) preparerChromium()
  construire()
  dire(
    reel
      ? 'Fenêtre : Electron.'
      : 'Fenêtre : Chromium, qui remplace Electron (binaire absent). Rien ici n’est vérifié dans Electron même.',
  )
  const args = process.argv.slice(2).map((arg) => JSON.stringify(arg))
  return executer(['vitest run -c test/vitest.config.ts --root . --project e2e', ...args].join(' ')) ? 0 : 1
})
