import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createSession, type OptionsSession, type Session } from '#electron/service/coffre/session.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { autrePhrase, cout, phrase } from './secret.ts'

export { autrePhrase, cout, phrase }

/** A clock that only the test moves. */
export const uneHorloge = (debut = '2026-03-02T09:00:00.000Z') => {
  let instant = Date.parse(debut)
  return {
    maintenant: () => new Date(instant),
    avancer: (secondes: number) => {
      instant += secondes * 1000
    },
  }
}

export const unDossier = (): string => {
  const dossier = mkdtempSync(join(tmpdir(), 'jalon-'))
  onTestFinished(() => rmSync(dossier, { recursive: true, force: true }))
  return dossier
}

/** A session on that folder, closed at the end of the test. */
export const uneSession = (dossier: string, options: Partial<OptionsSession> = {}): Session => {
  const session = createSession({ dossier, maintenant: () => new Date(), cout, ...options })
  onTestFinished(() => session.verrouiller())
  return session
}

/** A coffre already made, closed, and its recovery code. */
export const unCoffre = async (options: Partial<OptionsSession> = {}) => {
  const dossier = join(unDossier(), 'coffre')
  const session = uneSession(dossier, options)
  const { codeSecours } = await session.creer({ phrase, nom: 'Poste d’essai' })
  await session.verrouiller()
  return { dossier, session, codeSecours }
}

/** The error code of a refusal, or what came instead. */
export const refus = async (travail: Promise<unknown>): Promise<unknown> => {
  try {
    return { sansErreur: await travail }
  } catch (error) {
    return error instanceof ErreurMetier ? error.erreur.code : error
  }
}

/** Every file under a folder, with its bytes. */
export const octetsDe = (dossier: string): Readonly<Record<string, Buffer>> =>
  Object.fromEntries(
    readdirSync(dossier, { recursive: true, encoding: 'utf8' })
      .toSorted()
      .filter((nom) => statSync(join(dossier, nom)).isFile())
      .map((nom) => [nom, readFileSync(join(dossier, nom))]),
  )
