import { randomUUID } from 'node:crypto'
import { inTransaction } from '#db/transaction.ts'
import { createSession } from '#electron/service/coffre/session.ts'
import { cout, phrase } from './secret.ts'

// A process of its own, to be killed while it writes: each transaction adds two rows that must never be seen apart.
const [dossier = ''] = process.argv.slice(2)
const session = createSession({ dossier, maintenant: () => new Date(), cout })
await session.ouvrir({ phrase })
for (let numero = 1; ; numero += 1) {
  await inTransaction(session.db(), async (trx) => {
    const id = randomUUID()
    const cle = String(numero).padStart(9, '0')
    await trx.insertInto('foyer').values({ id }).execute()
    await trx.insertInto('brouillon').values({ id, titre: cle, contenu: '{}', modifie_le: cle }).execute()
  })
  process.stdout.write(`${numero}\n`)
}
