import { createSession } from '#electron/service/coffre/session.ts'
import { purger } from '#db/queries/conservation/purger.ts'
import { randomUUID } from 'node:crypto'
import { cout, phrase } from '../coffre/secret.ts'

// A process of its own, to be killed while it purges.
const [dossier = '', jour = ''] = process.argv.slice(2)
const maintenant = () => new Date(`${jour}T10:00:00`)
const session = createSession({ dossier, maintenant, cout })
await session.ouvrir({ phrase })
process.stdout.write('commence\n')
await purger(session.db(), { id: randomUUID(), attendues: null, malgreBilans: true, agent: null }, maintenant())
process.stdout.write('fini\n')
await session.verrouiller()
