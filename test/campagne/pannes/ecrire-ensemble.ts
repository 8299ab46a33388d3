import { randomUUID } from 'node:crypto'
import { createSession } from '#electron/service/coffre/session.ts'
import { createServiceRouter } from '#electron/service/router.ts'
import { createAtelier } from '#electron/service/secret/atelier.ts'
import { createClient } from '#shared/ipc/client.ts'
import { contract } from '#shared/ipc/contract.ts'
import { unEntretien, unePersonne, unePresence } from '../../fixtures/builders.ts'
import { cout, phrase } from '../../integration/coffre/secret.ts'

// A process of its own, which writes in a coffre that others write in as well; it says what each act got for an answer.
const [dossier = '', combien = '0'] = process.argv.slice(2)
const maintenant = () => new Date()
const session = createSession({ dossier, maintenant, cout })
const imprimer = () => Promise.reject(new Error('no printer'))
const outils = { session, atelier: createAtelier(), maintenant, progression: () => undefined, imprimer }
const api = createClient(
  contract,
  createServiceRouter(outils, () => undefined),
)
const ouverture = await api.coffre.ouvrir({ phrase })
if (!ouverture.ok) throw new Error(ouverture.erreur.code)
process.stdout.write('pret\n')
await new Promise((suite) => process.stdin.once('data', suite))
for (let i = 0; i < Number(combien); i += 1) {
  const id = randomUUID()
  const presences = [0, 1].map(() => unePresence(unePersonne({ id: randomUUID(), nom: `Marque ${id}` })))
  const suivi = { id: randomUUID(), saisineDate: null, reponses: { saisine: 'plainte' } }
  const reponse = await api.entretiens.enregistrer(unEntretien({ id, suivi, presences, note: id }))
  process.stdout.write(`${id} ${reponse.ok ? 'fait' : reponse.erreur.code}\n`)
}
await session.verrouiller()
process.exit(0)
