import { spawnSync } from 'node:child_process'
import { delimiter, dirname, join, resolve } from 'node:path'

export const racine = resolve(import.meta.dirname, '..')

/** The environment of npm's scripts: the project's own tools come first, and its own Node before the system's. */
export const environnement = {
  ...process.env,
  PATH: [join(racine, 'node_modules/.bin'), dirname(process.execPath), process.env['PATH'] ?? ''].join(delimiter),
}

/** Runs one shell command from the project's folder, its output shown as it comes; true when it succeeds. */
export const executer = (commande: string): boolean =>
  spawnSync(commande, { cwd: racine, env: environnement, shell: true, stdio: ['ignore', 'inherit', 'inherit'] })
    .status === 0

/** A script's work: its exit code, and one line instead of a stack for what it throws. */
export const mener = async (travail: () => number | Promise<number>): Promise<void> => {
  try {
    process.exitCode = await travail()
  } catch (error) {
    dire(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  }
}

/** One line to the person at the terminal. */
export const dire = (ligne: string): void => void process.stderr.write(`${ligne}\n`)
