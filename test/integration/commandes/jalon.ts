import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { onTestFinished } from 'vitest'

export const phrase = 'cheval agrafe pile correcte'

export type Sortie = { readonly code: number | null; readonly stdout: string; readonly stderr: string }

const script = resolve(import.meta.dirname, '../../../build/jalon.ts')

/** Runs the real command line in a process of its own, as `npm run -s jalon --` does. */
export const jalon = async (
  args: readonly string[],
  { env = { JALON_PHRASE: phrase }, entree = '' }: { readonly env?: NodeJS.ProcessEnv; readonly entree?: string } = {},
): Promise<Sortie> => {
  const { JALON_PHRASE: _, ...propre } = process.env
  const enfant = spawn(process.execPath, [script, ...args], { env: { ...propre, ...env } })
  const sortie = { stdout: '', stderr: '' }
  for (const flux of ['stdout', 'stderr'] as const) {
    enfant[flux].setEncoding('utf8')
    enfant[flux].on('data', (texte: string) => {
      sortie[flux] += texte
    })
  }
  enfant.stdin.end(entree)
  const code = await new Promise<number | null>((fin) => enfant.on('close', fin))
  return { code, ...sortie }
}

/** A place for a coffre that does not exist yet, removed at the end of the test. */
export const unEmplacement = (): string => {
  const dossier = mkdtempSync(join(tmpdir(), 'jalon-'))
  onTestFinished(() => rmSync(dossier, { recursive: true, force: true }))
  return join(dossier, 'coffre')
}
