import { homedir } from 'node:os'
import { chromiumPage } from './window.ts'
import { annoncer, estPilote, type ReponseDialogue, surOrdre } from './pilotage.ts'
import { strict } from './strict.ts'

type Box = {
  readonly message: string
  readonly detail?: string
  readonly cancelId?: number
  readonly defaultId?: number
}
type Choice = { readonly title?: string; readonly defaultPath?: string }

/** Dialogs are answered by the test that drives, else by the person before the window; with neither, they are cancelled. */
export const dialog = strict('dialog', {
  showOpenDialog: async (...args: readonly unknown[]) => {
    const chemin = await askPath(optionsOf(args))
    return { canceled: chemin === undefined, filePaths: chemin === undefined ? [] : [chemin] }
  },
  showSaveDialog: async (...args: readonly unknown[]) => {
    const chemin = await askPath(optionsOf(args))
    return { canceled: chemin === undefined, filePath: chemin ?? '' }
  },
  showMessageBox: async (...args: readonly unknown[]) => {
    const { message = '', detail = '', cancelId = 0, defaultId = 0 } = optionsOf(args)
    const texte = `${message}\n${detail}`
    if (!estPilote) {
      const accepted = await chromiumPage()?.evaluate((text) => globalThis.confirm(text), texte)
      return { response: accepted === true ? defaultId : cancelId, checkboxChecked: false }
    }
    const reponse = await nextAnswer(texte)
    return {
      response: typeof reponse === 'object' && 'bouton' in reponse ? reponse.bouton : cancelId,
      checkboxChecked: false,
    }
  },
})

const askPath = async ({ title = '', defaultPath = '' }: Partial<Choice>): Promise<string | undefined> => {
  if (!estPilote) {
    const question = [`${title} (chemin complet)`, defaultPath === '' ? homedir() : defaultPath] as const
    return (await chromiumPage()?.evaluate(([text, value]) => globalThis.prompt(text, value), question)) ?? undefined
  }
  const reponse = await nextAnswer(title)
  return typeof reponse === 'object' && 'chemin' in reponse ? reponse.chemin : undefined
}

const answers: ReponseDialogue[] = []
const waiting: ((reponse: ReponseDialogue) => void)[] = []

const nextAnswer = (texte: string): Promise<ReponseDialogue> => {
  annoncer({ type: 'dialogue', texte })
  const ready = answers.shift()
  if (ready !== undefined) return Promise.resolve(ready)
  const { promise, resolve } = Promise.withResolvers<ReponseDialogue>()
  waiting.push(resolve)
  return promise
}

surOrdre((ordre) => {
  if (ordre.type !== 'dialogue') return
  const resolve = waiting.shift()
  if (resolve === undefined) answers.push(ordre.reponse)
  else resolve(ordre.reponse)
})

/** Electron accepts the window first, or the options alone. */
const optionsOf = (args: readonly unknown[]): Partial<Box & Choice> => Object(args.at(-1))
