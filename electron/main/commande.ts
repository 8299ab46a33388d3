import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { app } from 'electron'
import { preparerImpression } from './imprimer.ts'
import { serviceEnv, startService } from './service.ts'

/** Runs one command without a window and leaves with its exit code; the printer of pages stays available to it. */
export const executerCommande = async (dist: string, args: readonly string[]): Promise<void> => {
  const env = serviceEnv(process.env, ['JALON_PHRASE'])
  // A utility process has no standard input of its own: main reads the passphrase for it.
  const phrase = args.includes('--phrase-stdin') ? { JALON_PHRASE: await readLine() } : {}
  const { ended } = startService(
    join(dist, 'service', 'commande.js'),
    args.filter((arg) => arg !== '--phrase-stdin'),
    { env: { ...env, ...phrase }, onEvent: () => undefined },
  )
  // While the coffre is opened and the report proved.
  if (imprime(args)) preparerImpression()
  app.exit(await ended)
}

/** A report written in files is also a PDF, unless other formats are asked. */
const imprime = ([nom, ...options]: readonly string[]): boolean =>
  nom === 'bilan' &&
  options.includes('--sortie') &&
  (options.some((option) => option.includes('pdf')) || !options.some((option) => option.startsWith('--formats')))

const readLine = async (): Promise<string> => (await text(process.stdin)).split(/\r?\n/u, 1)[0] ?? ''
