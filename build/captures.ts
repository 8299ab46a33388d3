import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { executerCommande } from '#electron/service/commandes/index.ts'
import { construire } from './construire.ts'
import { dire, executer } from './executer.ts'
import { ouvrirImprimante } from './imprimer-chromium.ts'

// npm run captures: one picture per screen into docs/captures/, on a demonstration made for the occasion and removed after.
const base = mkdtempSync(join(tmpdir(), 'jalon-captures-'))
const { imprimer, fermer } = ouvrirImprimante()
try {
  construire()
  const code = await executerCommande(['demo', '--sortie', base], { maintenant: () => new Date(), imprimer })
  if (code !== 0) throw new Error('La démonstration n’a pas pu être faite.')
  // The driver of the window belongs to the tests, which the compiler keeps out of here.
  if (!executer(`node test/e2e/captures.ts "${join(base, 'coffre')}"`)) throw new Error('Les captures ont échoué.')
} catch (error) {
  dire(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
} finally {
  await fermer()
  rmSync(base, { recursive: true, force: true })
}
