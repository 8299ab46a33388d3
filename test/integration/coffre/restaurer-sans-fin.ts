import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { listerSauvegardes } from '#electron/service/coffre/sauvegardes.ts'
import { createSession } from '#electron/service/coffre/session.ts'
import { cout, phrase } from './secret.ts'

// A process of its own, to be killed: it backs up, or it restores, again and again, and says each time that it is done.
const [travail = '', dossier = '', source = ''] = process.argv.slice(2)
const session = createSession({ dossier, maintenant: () => new Date(), cout })
const dire = (mot: string) => process.stdout.write(`${mot}\n`)
dire('pret')
for (;;) {
  if (travail === 'sauvegarder') {
    await session.ouvrir({ phrase })
    await session.sauvegardes.sauvegarder()
    await session.verrouiller()
  } else {
    const toutes = readdirSync(source).length
    const sauvegarde = listerSauvegardes(source)[Math.floor(Math.random() * toutes)]
    if (sauvegarde === undefined) throw new Error(`no backup in ${join(source)}`)
    await session.restaurer({ sauvegarde, genre: 'phrase', secret: phrase, malgrePlusRecent: true })
  }
  dire('fait')
}
