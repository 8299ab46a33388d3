import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A folder of its own, gone when the test ends. */
export const unDossier = async (): Promise<string> => {
  const dossier = await mkdtemp(join(tmpdir(), 'jalon-export-'))
  onTestFinished(() => rm(dossier, { recursive: true, force: true }))
  return dossier
}

export const sansImpression = (): Promise<never> => Promise.reject(new Error('nothing is printed in this test'))

/** Spaces that do not break are spaces to a reader. */
export const aplatir = (texte: string): string => texte.replaceAll(/[\u00A0\u202F]/g, ' ')
