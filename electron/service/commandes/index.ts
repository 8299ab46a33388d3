import { parseArgs } from 'node:util'
import { enGeste } from '#db/geste.ts'
import { traduirePanne } from '#db/panne.ts'
import { exigerDroit } from '#shared/domaine/acces/agent.ts'
import type { Droit } from '#shared/domaine/acces/roles.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { messageErreur } from '#shared/erreurs/messages.ts'
import { demandesAide, type NomCommande } from '#shared/ipc/commandes.ts'
import { lireMorceau } from '#shared/ipc/morceau.ts'
import { createSession } from '../coffre/session.ts'
import { createAtelier } from '../secret/atelier.ts'
import { noterOuverture, nouveauGeste } from '../journal.ts'
import { type Arguments, type Commande, ErreurUsage, type OutilsCommande } from './commande.ts'
import { lirePhrase } from './phrase.ts'

/** Every command, one line each; loaded when called, for the writers of files are heavy. */
const commandes: Readonly<Record<NomCommande, () => Promise<Commande>>> = {
  creer: async () => (await import('./creer.ts')).creer,
  importer: async () => (await import('./importer.ts')).importer,
  verifier: async () => (await import('./verifier.ts')).verifier,
  sauvegarder: async () => (await import('./sauvegarder.ts')).sauvegarder,
  restaurer: async () => (await import('./restaurer.ts')).restaurer,
  purger: async () => (await import('./purger.ts')).purger,
  droits: async () => (await import('./droits.ts')).droits,
  bilan: async () => (await import('./bilan.ts')).bilan,
  lot: async () => (await import('./lot.ts')).lot,
  consolider: async () => (await import('./consolider.ts')).consolider,
  base: async () => (await import('./base.ts')).base,
  secret: async () => (await import('./secret.ts')).secret,
  'exporter-tout': async () => (await import('./exporter-tout.ts')).exporterTout,
  demo: async () => (await import('./demo.ts')).demo,
}

/** Runs one command of the application and gives its exit code: 0 done, 1 refused, 2 badly called. */
export const executerCommande = async (
  argv: readonly string[],
  { maintenant, imprimer }: Pick<OutilsCommande, 'maintenant' | 'imprimer'>,
): Promise<number> => {
  process.stdout.on('error', ignorerLecteurParti)
  const [nom, ...suite] = argv
  if (nom !== undefined && demandesAide.has(nom)) {
    process.stdout.write(`${await usageGeneral()}\n`)
    return 0
  }
  if (!estCommande(nom)) {
    if (nom !== undefined) signaler(`Commande inconnue : ${nom}`)
    signaler(await usageGeneral())
    return 2
  }
  try {
    return await mener(await lireMorceau(commandes[nom]), suite, { maintenant, imprimer })
  } catch (error) {
    signaler(messageDe(error))
    return 1
  }
}

const mener = async (
  commande: Commande,
  suite: readonly string[],
  { maintenant, imprimer }: Pick<OutilsCommande, 'maintenant' | 'imprimer'>,
): Promise<number> => {
  if (suite.includes('--help')) {
    process.stdout.write(`${usageDe(commande)}\n${secret}\n`)
    return 0
  }
  try {
    const { args, phraseStdin } = lireArguments(commande, suite)
    return await commande.executer(
      args,
      outils({
        maintenant,
        imprimer,
        phraseStdin,
        nom: commande.nom,
        droit: commande.droitDe?.(args) ?? commande.droit,
        dispositif: args.texte('dispositif'),
        prouve: commande.prouve ?? false,
      }),
    )
  } catch (error) {
    if (!(error instanceof ErreurUsage)) throw error
    signaler(error.message)
    signaler(usageDe(commande))
    return 2
  }
}

/** Of an unexpected failure, never the message: it may hold a name. */
const messageDe = (brute: unknown): string => {
  const error = traduirePanne(brute)
  if (error instanceof ErreurMetier) return messageErreur(error.erreur)
  return `${messageErreur({ code: 'interne' })} (${error instanceof Error ? error.name : typeof error})`
}

/** A reader that closes early (« jalon bilan … | head ») is no failure of the command. */
const ignorerLecteurParti = (error: NodeJS.ErrnoException): void => {
  if (error.code !== 'EPIPE') throw error
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
  nom,
  droit,
  dispositif,
  prouve,
}: Pick<OutilsCommande, 'maintenant' | 'imprimer'> & {
  readonly phraseStdin: boolean
  readonly nom: string
  readonly droit: Droit
  readonly dispositif: string | undefined
  readonly prouve: boolean
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
      const atelier = createAtelier()
      if (prouve) atelier.preparer()
      try {
        await session.ouvrir({ phrase: await phrase() })
        exigerDroit(session.agent(), droit, dispositif)
        const geste = { agent: session.agent().id, geste: `commande.${nom}`, objet: null }
        await noterOuverture({ session, maintenant }, geste.geste)
        const contexte = { session, atelier, db: session.db, agent: session.agent, maintenant, imprimer }
        return await enGeste(nouveauGeste(geste, maintenant()), () =>
          travail({ ...contexte, progression: () => undefined }),
        )
      } finally {
        await atelier.fermer()
        await session.verrouiller()
      }
    },
  }
}

const estCommande = (nom: string | undefined): nom is NomCommande => nom !== undefined && Object.hasOwn(commandes, nom)

const usageDe = ({ nom, usage }: Commande): string => `Usage : jalon ${nom} ${usage}`
/** All of them, with what they take: the general usage, and what the documents are checked against. */
export const chargerCommandes = (): Promise<readonly Commande[]> =>
  Promise.all(Object.values(commandes).map((charger) => charger()))

const usageGeneral = async (): Promise<string> => {
  const toutes = await chargerCommandes()
  return ['Usage :', ...toutes.map(({ nom, usage }) => `  jalon ${nom} ${usage}`), secret].join('\n')
}
const secret = 'La phrase de passe est lue dans JALON_PHRASE ou, avec --phrase-stdin, sur l’entrée standard.'
