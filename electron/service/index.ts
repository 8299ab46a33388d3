import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { connect, emit, type Port, serve } from '#shared/ipc/port.ts'
import { principal } from '#shared/ipc/principal.ts'
import { executerCommande } from './commandes/index.ts'
import type { Context } from './context.ts'
import { createSession } from './coffre/session.ts'
import { createServiceAvecEssai } from './essai/aiguiller.ts'
import { createEssai } from './essai/essai.ts'
import { createAtelier } from './secret/atelier.ts'

// The data service: a process of its own, started by main with the folders of the coffre and of the invented one, or with a command to run.
const port: Port = {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process, not a window: it has no origin
  post: (message) => process.parentPort.postMessage(message),
  onMessage: (listener) => void process.parentPort.on('message', ({ data }: { data: unknown }) => listener(data)),
}
const { invoke } = connect(port)
const maintenant = () => new Date()

/** Main is the one that has a printer of pages. */
const imprimer = async (html: string): Promise<Uint8Array> => {
  const reply = await invoke('impression', 'imprimer', { html })
  if (!reply.ok) throw new ErreurMetier(reply.erreur.code)
  return principal.impression.imprimer.output.parse(reply.value)
}

const montrer = async (chemin: string): Promise<void> => void (await invoke('bureau', 'montrer', { chemin }))

const servir = (dossier: string, dossierEssai: string): void => {
  const atelier = createAtelier()
  const commun = {
    maintenant,
    sauvegardesDuJour: true,
    surSauvegarde: () => emit(port, { nom: 'sauvegarde', donnees: {} }),
    surVerrouillage: () => {
      void atelier.fermer()
      emit(port, { nom: 'verrouille', donnees: {} })
    },
  }
  const session = createSession({ dossier, ...commun })
  const essai = createEssai({ dossier: dossierEssai, ...commun })
  const progression = (etape: string, fait: number, total: number) =>
    emit(port, { nom: 'progression', donnees: { etape, fait, total } })
  const surGeste: Context['surGeste'] = (geste) => emit(port, { nom: 'geste', donnees: geste })
  serve(
    port,
    createServiceAvecEssai(
      { session, atelier, maintenant, imprimer, montrer, progression, surGeste },
      essai,
      ({ appel, erreur }) => process.stderr.write(`${appel} : ${erreur}\n`),
    ),
  )
}

const [mode, ...args] = process.argv.slice(2)
const [dossier, essai] = args
if (mode === '--commande') {
  const code = await executerCommande(args, { maintenant, imprimer })
  // What was written must have left before the process ends; the port alone would keep it alive.
  process.stdout.write('', () => process.exit(code))
} else if (mode === '--coffre' && dossier !== undefined && essai !== undefined) servir(dossier, essai)
else throw new Error('the service is started with --coffre or --commande')
