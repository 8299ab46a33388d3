import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { executer, racine } from './executer.ts'

/** Everything that decides, in order: the steps of `npm run check`, then the application, built, in its window. */
const etapes: readonly string[] = [...lireScript('check').split(' && '), 'node build/e2e.ts']

const rapport = join(racine, 'node_modules/.cache/jalon/vitest.json')
mkdirSync(join(rapport, '..'), { recursive: true })

let passed = 0
let failed = 0
for (const etape of etapes) {
  process.stdout.write(`\n> ${etape}\n`)
  const compte = /vitest|e2e\.ts/u.test(etape)
  rmSync(rapport, { force: true })
  const reussi = executer(compte ? `${etape} --reporter=default --reporter=json --outputFile.json="${rapport}"` : etape)
  const tests = compte ? lireRapport() : { passed: 0, failed: 0 }
  passed += tests.passed
  // A step that fails without a failed test (compiler, linter, a file that cannot even load) counts for one.
  failed += reussi ? tests.failed : Math.max(tests.failed, 1)
}
process.exitCode = failed === 0 && passed > 0 ? 0 : 1
process.stdout.write(`\n${passed} passed, ${failed} failed\n`)

function lireScript(nom: string): string {
  return JSON.parse(readFileSync(join(racine, 'package.json'), 'utf8')).scripts[nom]
}

function lireRapport(): { readonly passed: number; readonly failed: number } {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(rapport, 'utf8'))
    return { passed: numPassedTests, failed: numFailedTests }
  } catch {
    return { passed: 0, failed: 1 }
  }
}
