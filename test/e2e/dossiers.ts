import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** The project's folder, where `package.json` names the built main. */
export const racine = resolve(import.meta.dirname, '../..')

/**
 * Folders of one launch: the user's data and temporary files are moved away from those of whoever runs the tests. A folder that
 * the test gives is left to it.
 */
export const preparerDossiers = (coffre?: string, donne?: string) => {
  const base = donne ?? mkdtempSync(join(tmpdir(), 'jalon-e2e-'))
  const temporaires = join(base, 'tmp')
  mkdirSync(temporaires, { recursive: true })
  return {
    coffre: coffre ?? join(base, 'coffre'),
    env: { XDG_DATA_HOME: base, LOCALAPPDATA: base, TMPDIR: temporaires, TEMP: temporaires },
    effacer: () => {
      if (donne === undefined) rmSync(base, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    },
  }
}
