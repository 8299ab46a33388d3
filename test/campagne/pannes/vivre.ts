import { randomUUID } from 'node:crypto'
import { listerSauvegardes } from '#electron/service/coffre/sauvegardes.ts'
import { createSession } from '#electron/service/coffre/session.ts'
import { createServiceRouter } from '#electron/service/router.ts'
import { createAtelier } from '#electron/service/secret/atelier.ts'
import { createClient } from '#shared/ipc/client.ts'
import { contract } from '#shared/ipc/contract.ts'
import { unEntretien, unePersonne, unePresence } from '../../fixtures/builders.ts'
import { autrePhrase, cout, phrase } from '../../integration/coffre/secret.ts'

// A process of its own, whose calls to the system are recorded: an hour of a post, in a few acts. What it begins and what it
// is told is done are said as they come.
const [vie = '', dossier = '', cle = ''] = process.argv.slice(2)
const maintenant = () => new Date()
const session = createSession({ dossier, maintenant, cout })
const outils = { session, atelier: createAtelier(), maintenant, progression: () => undefined }
const imprimer = () => Promise.reject(new Error('no printer'))
const api = createClient(
  contract,
  createServiceRouter({ ...outils, imprimer }, () => undefined),
)
const faire = async (quoi: string, travail: () => Promise<unknown>): Promise<void> => {
  process.stdout.write(`commence ${quoi}\n`)
  await travail()
  process.stdout.write(`fait ${quoi}\n`)
}
const saisir = async (nombre: number): Promise<void> => {
  for (let i = 0; i < nombre; i += 1) {
    const id = randomUUID()
    await faire(`acte ${id}`, async () => {
      const presences = [0, 1].map(() => unePresence(unePersonne({ id: randomUUID(), nom: `Marque ${id}` })))
      const suivi = { id: randomUUID(), saisineDate: null, reponses: { saisine: 'plainte' } }
      const reponse = await api.entretiens.enregistrer(unEntretien({ id, suivi, presences, note: id }))
      if (!reponse.ok) throw new Error(reponse.erreur.code)
    })
  }
}

if (vie === 'restaurer') {
  const [sauvegarde] = listerSauvegardes(`${dossier}/sauvegardes`)
  if (sauvegarde === undefined) throw new Error('no backup')
  const demande = { sauvegarde, genre: 'phrase', secret: phrase, malgrePlusRecent: true } as const
  await faire('restauration', () => session.restaurer(demande))
} else {
  // The base is older than this program: opening it migrates it.
  await faire('migration', () => session.ouvrir({ phrase }))
  await saisir(3)
  await faire('sauvegarde', () => session.sauvegardes.sauvegarder())
  await saisir(1)
  await faire('phrase', () => session.changerPhrase({ ancienne: phrase, nouvelle: autrePhrase }))
  await saisir(1)
  await faire('emporter', () => session.sauvegardes.emporter(cle, false))
  await saisir(2)
}
await session.verrouiller()
process.exit(0)
