import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { commander } from './commander.ts'
import { construire } from './construire.ts'
import { executer, mener } from './executer.ts'

// npm run captures: one picture per screen into docs/captures/, on a demonstration made for the occasion and removed after.
await mener(async () => {
  const base = mkdtempSync(join(tmpdir(), 'jalon-captures-'))
  try {
    construire()
    if ((await commander(['demo', '--sortie', base])) !== 0) throw new Error('La démonstration n’a pas pu être faite.')
    // The driver of the window belongs to the tests, which the compiler keeps out of here.
    if (!executer(`node test/e2e/captures.ts "${join(base, 'coffre')}"`)) throw new Error('Les captures ont échoué.')
    return 0
  } finally {
    rmSync(base, { recursive: true, force: true })
  }
})
