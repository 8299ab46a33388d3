import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { dire } from './executer.ts'
import { preparerChromium } from './preparer.ts'

export type Imprimante = {
  /** Prints a whole HTML document to a tagged A4 PDF with an outline; the document runs no script and reaches nothing. */
  readonly imprimer: (html: string) => Promise<Uint8Array>
  readonly fermer: () => Promise<void>
}

/** Chromium as a printer, for what runs without Electron: the command line and the tests. It starts at the first page. */
export const ouvrirImprimante = (): Imprimante => {
  let contexte: ReturnType<typeof demarrer> | undefined
  return {
    imprimer: async (html) => {
      contexte ??= demarrer()
      const page = await (await contexte.catch(refuser)).newPage()
      try {
        await page.setContent(html, { waitUntil: 'load' })
        return await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true })
      } finally {
        await page.close()
      }
    },
    fermer: async () => {
      // One that did not start has said so to whoever printed.
      const ouvert = await contexte?.catch(() => undefined)
      contexte = undefined
      await ouvert?.browser()?.close()
    },
  }
}

/** What is missing is said to the person at the terminal; the command answers by a code. */
const refuser = (error: unknown): never => {
  dire(error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error))
  throw new ErreurMetier('pdf-indisponible')
}

const demarrer = async () => {
  const { chromium } = await import('playwright-core')
  const browser = await chromium.launch({
    executablePath: preparerChromium(),
    // Chromium refuses to sandbox root.
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--host-resolver-rules=MAP * ~NOTFOUND', '--disable-background-networking', '--disable-gpu', '--lang=fr-FR'],
  })
  const contexte = await browser.newContext({ javaScriptEnabled: false, offline: true, locale: 'fr-FR' })
  await contexte.route('**/*', (route) => route.abort('blockedbyclient'))
  return contexte
}
