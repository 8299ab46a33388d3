import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium } from 'playwright-core'
import type { Nouvelle, Ordre } from '#build/electron-chromium/pilotage.ts'
import { environnement } from '#build/executer.ts'
import { preparerChromium, remplacant } from '#build/preparer.ts'
import { preparerDossiers, racine } from './dossiers.ts'
import type { Application, Lancement } from './pilote.ts'

/** Opens the application in the stand-in, through Electron's own launcher, and joins its window over CDP. */
export const lancerChromium = async ({
  coffre,
  fichier,
  dossier,
  journal,
  env = {},
}: Lancement): Promise<Application> => {
  preparerChromium()
  const dossiers = preparerDossiers(coffre, dossier)
  const sortie = journal === undefined ? 'inherit' : openSync(journal, 'a')
  const child = spawn(
    executable(),
    [racine, '--coffre', dossiers.coffre, ...(fichier === undefined ? [] : [fichier])],
    {
      env: { ...environnement, ...dossiers.env, ...env },
      stdio: ['ignore', sortie, sortie, 'ipc'],
    },
  )
  const ended = once(child, 'exit')
  const nouvelles = suivre(child)
  const cdp = await Promise.race([nouvelles.fenetre, arretPremature(ended, dossiers.effacer)])
  const browser = await chromium.connectOverCDP(cdp)
  const [page] = browser.contexts().flatMap((context) => context.pages())
  if (page === undefined) throw new Error('l’application n’a pas ouvert de fenêtre')
  const ordonner = (ordre: Ordre) => {
    child.send(ordre)
    return Promise.resolve()
  }
  const finir = async () => {
    await browser.close()
    await ended
    dossiers.effacer()
  }
  return {
    pilote: 'electron-chromium',
    page,
    coffre: dossiers.coffre,
    pid: pidDe(child),
    repondreDialogue: (reponse) => ordonner({ type: 'dialogue', reponse }),
    dialogues: () => Promise.resolve(nouvelles.dialogues),
    emettrePower: (evenement) => ordonner({ type: 'energie', evenement }),
    fermer: async () => {
      child.kill('SIGTERM')
      await finir()
    },
    fermerFenetre: async () => {
      await ordonner({ type: 'fermer-fenetre' })
      await ended
      await finir()
    },
    tuer: async (quoi) => {
      if (quoi === 'service') process.kill(nouvelles.service(), 'SIGKILL')
      // Nobody answers from a page that died.
      else if (quoi === 'page')
        void (await page.context().newCDPSession(page)).send('Page.crash').catch(() => undefined)
      else {
        child.kill('SIGKILL')
        await finir()
      }
    },
  }
}

/** Asked of Electron's own package, as anybody who starts an Electron application from Node does. */
export const executable = (): string => {
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = remplacant
  return createRequire(import.meta.url)('electron')
}

export const pidDe = ({ pid }: ChildProcess): number => {
  if (pid === undefined) throw new Error('l’application n’a pas démarré')
  return pid
}

const suivre = (child: ChildProcess) => {
  const fenetre = Promise.withResolvers<string>()
  const dialogues: string[] = []
  let pid: number | undefined
  child.on('message', (nouvelle: Nouvelle) => {
    if (nouvelle.type === 'fenetre') fenetre.resolve(nouvelle.cdp)
    else if (nouvelle.type === 'service') pid = nouvelle.pid
    else dialogues.push(nouvelle.texte)
  })
  const service = () => {
    if (pid === undefined) throw new Error('le service n’a pas démarré')
    return pid
  }
  return { fenetre: fenetre.promise, dialogues, service }
}

const arretPremature = async (ended: Promise<unknown[]>, effacer: () => void): Promise<never> => {
  const [code] = await ended
  effacer()
  throw new Error(`l’application s’est arrêtée avant d’ouvrir sa fenêtre (${String(code)})`)
}
