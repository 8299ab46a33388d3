import { appendFileSync } from 'node:fs'
import { _electron } from 'playwright-core'
import { trouverElectron } from '#build/preparer.ts'
import type { ReponseDialogue } from '#build/electron-chromium/pilotage.ts'
import { preparerDossiers, racine } from './dossiers.ts'
import { pidDe } from './pilote-chromium.ts'
import type { Application, Lancement } from './pilote.ts'

/** Opens the application in real Electron. */
export const lancerElectron = async ({
  coffre,
  fichier,
  dossier,
  journal,
  env = {},
}: Lancement): Promise<Application> => {
  const dossiers = preparerDossiers(coffre, dossier)
  const executablePath = trouverElectron()
  if (executablePath === undefined) throw new Error('le binaire d’Electron est absent')
  const application = await _electron.launch({
    executablePath,
    args: [racine, '--coffre', dossiers.coffre, ...(fichier === undefined ? [] : [fichier])],
    env: { ...textes(process.env), ...dossiers.env, ...env },
  })
  if (journal !== undefined)
    for (const flux of [application.process().stdout, application.process().stderr])
      flux?.on('data', (octets: Buffer) => appendFileSync(journal, octets))
  const page = await application.firstWindow()
  await page.waitForLoadState('load')
  await application.evaluate(({ dialog }) => {
    const etat = {
      textes: [] as string[],
      reponses: [] as ReponseDialogue[],
      attentes: [] as ((r: ReponseDialogue) => void)[],
    }
    Reflect.set(globalThis, 'dialogues', etat)
    const suivante = (texte: string): Promise<ReponseDialogue> => {
      etat.textes.push(texte)
      const prete = etat.reponses.shift()
      return prete === undefined ? new Promise((resolve) => etat.attentes.push(resolve)) : Promise.resolve(prete)
    }
    const chemin = async (args: readonly unknown[]) => {
      const reponse = await suivante(Object(args.at(-1)).title ?? '')
      return typeof reponse === 'object' && 'chemin' in reponse ? reponse.chemin : undefined
    }
    dialog.showOpenDialog = async (...args: readonly unknown[]) => {
      const choisi = await chemin(args)
      return { canceled: choisi === undefined, filePaths: choisi === undefined ? [] : [choisi] }
    }
    dialog.showSaveDialog = async (...args: readonly unknown[]) => {
      const choisi = await chemin(args)
      return { canceled: choisi === undefined, filePath: choisi ?? '' }
    }
    dialog.showMessageBox = async (...args: readonly unknown[]) => {
      const { message, detail = '', cancelId = 0 } = Object(args.at(-1))
      const reponse = await suivante(`${message}\n${detail}`)
      return {
        response: typeof reponse === 'object' && 'bouton' in reponse ? reponse.bouton : cancelId,
        checkboxChecked: false,
      }
    }
  })
  const finir = async () => {
    await application.close().catch(() => undefined)
    dossiers.effacer()
  }
  return {
    pilote: 'electron',
    page,
    coffre: dossiers.coffre,
    pid: pidDe(application.process()),
    repondreDialogue: (reponse) =>
      application.evaluate((_electronModule, donnee) => {
        const etat = Reflect.get(globalThis, 'dialogues')
        const attente = etat.attentes.shift()
        if (attente === undefined) etat.reponses.push(donnee)
        else attente(donnee)
      }, reponse),
    dialogues: () => application.evaluate(() => Reflect.get(globalThis, 'dialogues').textes),
    emettrePower: (evenement) =>
      application.evaluate(({ powerMonitor }, nom) => void powerMonitor.emit(nom), evenement),
    fermer: finir,
    fermerFenetre: async () => {
      const fini = application.waitForEvent('close')
      await application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
      await fini
      dossiers.effacer()
    },
    tuer: async (quoi) => {
      if (quoi === 'page')
        return application.evaluate(({ BrowserWindow }) =>
          BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
        )
      if (quoi === 'application') {
        application.process().kill('SIGKILL')
        return finir()
      }
      const pid = await application.evaluate(
        ({ app }) => app.getAppMetrics().find(({ name }) => name?.startsWith('Jalon') === true)?.pid,
      )
      if (pid !== undefined) process.kill(pid, 'SIGKILL')
    },
  }
}

const textes = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(Object.entries(env).flatMap(([nom, valeur]) => (valeur === undefined ? [] : [[nom, valeur]])))
