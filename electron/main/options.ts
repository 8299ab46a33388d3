import { join } from 'node:path'
import { commandes, demandesAide } from '#shared/ipc/commandes.ts'

export type Options =
  | { readonly mode: 'fenetre'; readonly coffre: string | undefined; readonly fichier: string | undefined }
  | { readonly mode: 'commande'; readonly args: readonly string[] }

/** What the command line asks: a command when its first argument names one, else the window. */
export const lireOptions = (args: readonly string[]): Options => {
  const [premier] = args
  if (premier !== undefined && sansFenetre.has(premier)) return { mode: 'commande', args }
  const rang = args.indexOf('--coffre')
  return { mode: 'fenetre', coffre: rang === -1 ? undefined : args[rang + 1], fichier: fichierAOuvrir(args) }
}

/** The lot or the backup that the system gives to open, as it does after a double click. */
export const fichierAOuvrir = (args: readonly string[]): string | undefined =>
  args.find((arg, rang) => !arg.startsWith('-') && args[rang - 1] !== '--coffre' && /\.jalon(lot)?$/iu.test(arg))

const sansFenetre: ReadonlySet<string> = new Set([...commandes, ...demandesAide])

/** The user's own folder on this PC. On Windows the local one: the roaming one travels over the network. */
export const donneesLocales = (
  platform: string,
  env: Readonly<Record<string, string | undefined>>,
  home: string,
): string => {
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'Jalon')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Jalon')
  return join(env['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), 'Jalon')
}
