import { rmSync } from 'node:fs'
import { PHRASE_DEMO } from '#shared/domaine/demo/phrase.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { lireMorceau } from '#shared/ipc/morceau.ts'
import { renommer } from '../coffre/fichiers.ts'
import { createQueue } from '../coffre/queue.ts'
import { createSession, type OptionsSession, type Session } from '../coffre/session.ts'

type Progression = (fait: number, total: number) => void

/** The invented coffre of who tries Jalon before making one: in a folder that is Jalon's own, deleted when it is left. */
export type Essai = {
  readonly session: Session
  /** Opens it, made first unless it is there whole; locked only when its passphrase was changed. */
  readonly ouvrir: (progression: Progression) => Promise<void>
  readonly effacer: () => Promise<void>
}

export const createEssai = (options: OptionsSession): Essai => {
  const session = createSession(options)
  const enOrdre = createQueue()
  return {
    session,
    ouvrir: (progression) =>
      enOrdre(async () => {
        if (session.estOuverte()) return
        if (session.etat().etat !== 'verrouille') await preparer(options, progression)
        await session.ouvrir({ phrase: PHRASE_DEMO }).catch(saufPhrase)
      }),
    effacer: () =>
      enOrdre(async () => {
        await session.verrouiller()
        retirer(options.dossier)
        retirer(preparation(options.dossier))
      }),
  }
}

/** A year that a small post sees: there in a few seconds, and every screen has something to show. */
const TAILLE = 0.4

/** Made under another name: the folder of the essai holds a whole one, or nothing. */
const preparer = async (options: OptionsSession, progression: Progression): Promise<void> => {
  const { dossier, maintenant, cout } = options
  const enCours = preparation(dossier)
  retirer(enCours)
  const session = createSession({ dossier: enCours, maintenant, ...(cout === undefined ? {} : { cout }) })
  try {
    const { NOM_DEMO, remplirDemonstration } = await lireMorceau(() => import('./remplir.ts'))
    await session.creer({ phrase: PHRASE_DEMO, nom: NOM_DEMO })
    await remplirDemonstration(session.db(), { maintenant: maintenant(), taille: TAILLE, progression })
    await session.verrouiller()
    retirer(dossier)
    await renommer(enCours, dossier)
  } finally {
    await session.verrouiller()
    retirer(enCours)
  }
}

const preparation = (dossier: string): string => `${dossier}.preparation`

const retirer = (dossier: string): void => {
  try {
    rmSync(dossier, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  } catch {
    throw new ErreurMetier('ecriture-impossible')
  }
}

const saufPhrase = (error: unknown): void => {
  if (!(error instanceof ErreurMetier) || error.erreur.code !== 'phrase-incorrecte') throw error
}
