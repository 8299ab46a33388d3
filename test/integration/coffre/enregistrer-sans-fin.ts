import { createSession } from '#electron/service/coffre/session.ts'
import { createAtelier } from '#electron/service/secret/atelier.ts'
import { createServiceRouter } from '#electron/service/router.ts'
import { createClient } from '#shared/ipc/client.ts'
import { contract } from '#shared/ipc/contract.ts'
import { randomUUID } from 'node:crypto'
import { unEntretien, unePersonne, unePresence } from '../../fixtures/builders.ts'
import { cout, phrase } from './secret.ts'

// A process of its own, to be killed while it saves: a draft, then its entretien, as the form does, and again.
const [dossier = ''] = process.argv.slice(2)
const maintenant = () => new Date()
const session = createSession({ dossier, maintenant, cout })
await session.ouvrir({ phrase })
const api = createClient(
  contract,
  createServiceRouter(
    {
      session,
      atelier: createAtelier(),
      maintenant,
      imprimer: () => Promise.reject(new Error('no printer')),
      progression: () => undefined,
    },
    () => undefined,
  ),
)
const dire = (mot: string, id: string) => process.stdout.write(`${mot} ${id}\n`)
for (;;) {
  const id = randomUUID()
  const presences = [0, 1].map(() => unePresence(unePersonne({ id: randomUUID(), nom: `Marque ${id}` })))
  const entretien = unEntretien({
    id,
    suivi: { id: randomUUID(), saisineDate: null, reponses: { saisine: 'plainte' } },
    note: `note ${id}`,
    presences,
    orientations: ['ccas', '115'].map((destination) => ({ id: randomUUID(), destination, partenaireId: null })),
    echeances: [{ id: randomUUID(), date: '2027-01-04', libelle: `rappel ${id}` }],
  })
  dire('commence', id)
  const brouillon = await api.brouillons.enregistrer({ id, titre: 'en cours', contenu: JSON.stringify(entretien) })
  if (!brouillon.ok) throw new Error(brouillon.erreur.code)
  dire('brouillon', id)
  const enregistre = await api.entretiens.enregistrer(entretien)
  if (!enregistre.ok) throw new Error(enregistre.erreur.code)
  dire('enregistre', id)
}
