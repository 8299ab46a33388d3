import { parseArgs } from 'node:util'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { messageErreur } from '#shared/erreurs/messages.ts'
import { createSession } from '../coffre/session.ts'
import { type Arguments, type Commande, ErreurUsage, type OutilsCommande } from './commande.ts'
import { creer } from './creer.ts'
import { demo } from './demo.ts'
import { importer } from './importer.ts'
import { lirePhrase } from './phrase.ts'
import { verifier } from './verifier.ts'

/** Every command, one line each. */
const commandes: readonly Commande[] = [creer, importer, verifier, demo]

/** Runs one command of the application and gives its exit code: 0 done, 1 refused, 2 badly called. */
export const executerCommande = async (
  argv: readonly string[],
  { maintenant, imprimer }: Pick<OutilsCommande, 'maintenant' | 'imprimer'>,
): Promise<number> => {
  const [nom, ...suite] = argv
  const commande = commandes.find((connue) => connue.nom === nom)
  if (commande === undefined) {
    if (nom !== undefined) signaler(`Commande inconnue : ${nom}`)
    signaler(usageGeneral())
    return 2
  }
  try {
    const { args, phraseStdin } = lireArguments(commande, suite)
    return await commande.executer(args, outils({ maintenant, imprimer, phraseStdin }))
  } catch (error) {
    if (error instanceof ErreurUsage) {
      signaler(error.message)
      signaler(usageDe(commande))
      return 2
    }
    // Never the message of an unexpected failure: it may hold a name.
    if (!(error instanceof ErreurMetier))
      signaler(`${nom ?? ''} : ${error instanceof Error ? error.name : typeof error}`)
    signaler(messageErreur(error instanceof ErreurMetier ? error.erreur : { code: 'interne' }))
    return 1
  }
}

const signaler = (texte: string): void => void process.stderr.write(`${texte}\n`)

const communes = { format: { type: 'string' }, 'phrase-stdin': { type: 'boolean' } } as const

const lireArguments = (commande: Commande, argv: readonly string[]): { args: Arguments; phraseStdin: boolean } => {
  const { values, positionals } = parser(commande, argv)
  const texte = (option: string) => {
    const valeur = values[option]
    return typeof valeur === 'string' ? valeur : undefined
  }
  const exiger = (option: string) => {
    const valeur = texte(option)
    if (valeur === undefined || valeur === '') throw new ErreurUsage(`Il manque --${option}.`)
    return valeur
  }
  const { min, max } = commande.fichiers ?? { min: 0, max: 0 }
  if (positionals.length < min) throw new ErreurUsage('Il manque un fichier.')
  if (positionals.length > max) throw new ErreurUsage(`Argument en trop : ${positionals[max] ?? ''}`)
  if (!['texte', 'json'].includes(texte('format') ?? 'texte'))
    throw new ErreurUsage('--format est « texte » ou « json ».')
  const drapeau = (option: string) => values[option] === true
  const args = { fichiers: positionals, texte, exiger, drapeau, json: texte('format') === 'json' }
  return { args, phraseStdin: drapeau('phrase-stdin') }
}

type Lus = { readonly values: Readonly<Record<string, unknown>>; readonly positionals: readonly string[] }

const parser = ({ options }: Commande, argv: readonly string[]): Lus => {
  try {
    return parseArgs({ args: [...argv], options: { ...communes, ...options }, allowPositionals: true, strict: true })
  } catch (error) {
    const fautive = argv.find(
      (arg) => arg.startsWith('-') && error instanceof Error && error.message.includes(arg.split('=')[0] ?? arg),
    )
    throw new ErreurUsage(
      `Option inconnue ou sans valeur${fautive === undefined ? '' : ` : ${fautive.split('=')[0] ?? ''}`}.`,
    )
  }
}

const outils = ({
  maintenant,
  imprimer,
  phraseStdin,
}: Pick<OutilsCommande, 'maintenant' | 'imprimer'> & {
  readonly phraseStdin: boolean
}): OutilsCommande => {
  let lue: Promise<string> | undefined
  const phrase = () => (lue ??= lirePhrase(phraseStdin))
  return {
    maintenant,
    imprimer,
    signaler,
    phrase,
    ecrire: (texte) => void process.stdout.write(`${texte}\n`),
    avecCoffre: async (dossier, travail) => {
      const session = createSession({ dossier, maintenant })
      try {
        await session.ouvrir({ phrase: await phrase() })
        return await travail({ session, db: session.db, maintenant, imprimer, progression: () => undefined })
      } finally {
        await session.verrouiller()
      }
    },
  }
}

const usageDe = ({ nom, usage }: Commande): string => `Usage : jalon ${nom} ${usage}`
const usageGeneral = (): string =>
  ['Usage :', ...commandes.map(({ nom, usage }) => `  jalon ${nom} ${usage}`), secret].join('\n')
const secret = 'La phrase de passe est lue dans JALON_PHRASE ou, avec --phrase-stdin, sur l’entrée standard.'
