import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { estIntegre } from '#db/copie.ts'
import { premiereRupture } from '#db/queries/journal.ts'
import { phrase, unCoffre } from '../../integration/coffre/aide.ts'

export type APlusieurs = {
  processus: number
  actes: number
  faits: number
  /** Refused because another one was writing for too long; the user does it again. */
  occupes: number
  autres: number
  perdus: number
  entames: number
}

const programme = fileURLToPath(new URL('ecrire-ensemble.ts', import.meta.url))

/** So many processes open one coffre, and write in it at the same time. */
export const ecrireAPlusieurs = async (processus: number, chacun: number): Promise<APlusieurs> => {
  const { dossier, session } = await unCoffre()
  const enfants = Array.from({ length: processus }, () => unEcrivain(dossier, chacun))
  await Promise.all(enfants.map(({ pret }) => pret))
  for (const { partir } of enfants) partir()
  const dits = (await Promise.all(enfants.map(({ fini }) => fini))).flat()
  const bilan: APlusieurs = { processus, actes: dits.length, faits: 0, occupes: 0, autres: 0, perdus: 0, entames: 0 }
  await session.ouvrir({ phrase })
  const db = session.db()
  if (!(await estIntegre(db, 'integrity_check')) || (await premiereRupture(db)) !== null) bilan.perdus += 1
  for (const [id, issue] of dits) {
    const { length } = await db.selectFrom('personne').select('id').where('nom', '=', `Marque ${id}`).execute()
    if (issue === 'fait') bilan.faits += 1
    else if (issue === 'coffre-occupe') bilan.occupes += 1
    else bilan.autres += 1
    if (issue === 'fait' && length !== 2) bilan.perdus += 1
    if (issue !== 'fait' && length !== 0) bilan.entames += 1
  }
  return bilan
}

const unEcrivain = (dossier: string, chacun: number) => {
  const enfant = spawn(process.execPath, [programme, dossier, String(chacun)], { stdio: ['pipe', 'pipe', 'inherit'] })
  let texte = ''
  enfant.stdout.setEncoding('utf8')
  const { promise: pret, resolve, reject } = Promise.withResolvers<void>()
  enfant.stdout.on('data', (lu: string) => {
    texte += lu
    resolve()
  })
  const fini = once(enfant, 'close').then(() => {
    reject(new Error('ended before it began'))
    if (enfant.exitCode !== 0) throw new Error(`a writer ended with ${enfant.exitCode}`)
    return texte
      .split('\n')
      .slice(1, -1)
      .map((ligne) => ligne.split(' ') as [id: string, issue: string])
  })
  return { pret, fini, partir: () => enfant.stdin.end('\n') }
}
