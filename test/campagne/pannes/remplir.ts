import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { estIntegre } from '#db/copie.ts'
import { traduirePanne } from '#db/panne.ts'
import { premiereRupture } from '#db/queries/journal.ts'
import { listerSauvegardes } from '#electron/service/coffre/sauvegardes.ts'
import { createSession, type Session } from '#electron/service/coffre/session.ts'
import { createServiceRouter } from '#electron/service/router.ts'
import { createAtelier } from '#electron/service/secret/atelier.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { createClient } from '#shared/ipc/client.ts'
import { contract } from '#shared/ipc/contract.ts'
import { unEntretien, unePersonne, unePresence } from '../../fixtures/builders.ts'
import { unCsv } from '../../fixtures/imports/fichiers.ts'
import { autrePhrase, cout, phrase } from '../../integration/coffre/secret.ts'
import { unHasard } from './hasard.ts'

// A process alone on a small disk of its own: each work is tried with so much room left, or on the disk made read-only. What
// came of it is told on its output, one line of JSON for each try.
const [disque = '', modeles = '', panne = '', combien = '0', graine = '0'] = process.argv.slice(2)
const hasard = unHasard(Number(graine))
const dossier = join(disque, 'coffre')
const cle = join(disque, 'cle')
const lest = join(disque, 'lest')
const maintenant = () => new Date()

const imprimer = () => Promise.reject(new Error('no printer'))

const apiDe = (session: Session) => {
  const outils = { session, atelier: createAtelier(), maintenant, progression: () => undefined, imprimer }
  return createClient(
    contract,
    createServiceRouter(outils, () => undefined),
  )
}
const exiger = (reponse: Awaited<ReturnType<ReturnType<typeof apiDe>['entretiens']['enregistrer']>>): void => {
  if (!reponse.ok) throw new ErreurMetier(reponse.erreur.code)
}

/** Each work, on a coffre opened before the disk fails (`ouvert`) or not. */
const travaux = {
  enregistrer: {
    ouvert: true,
    faire: async (session: Session, id: string) => {
      const presences = [0, 1].map(() => unePresence(unePersonne({ id: randomUUID(), nom: id })))
      const suivi = { id: randomUUID(), saisineDate: null, reponses: { saisine: 'plainte' } }
      exiger(
        await apiDe(session).entretiens.enregistrer(
          unEntretien({ id: randomUUID(), suivi, presences, note: id.repeat(50) }),
        ),
      )
    },
  },
  importer: {
    ouvert: true,
    faire: async (session: Session, id: string) => {
      const lignes = [0, 1].map((i) => `09/03/2012;${id};Zoé ${i};;Victime;Plainte;Logement;CCAS`)
      const fichier = { nom: 'f.csv', contenu: unCsv(lignes).toString('base64'), dispositif: 'isc', correspondance: {} }
      const reponse = await apiDe(session).echanges.importer({ ...fichier, dispositif: 'isc' })
      if (!reponse.ok) throw new ErreurMetier(reponse.erreur.code)
    },
  },
  sauvegarder: { ouvert: true, faire: (session: Session) => session.sauvegardes.sauvegarder() },
  emporter: { ouvert: true, faire: (session: Session) => session.sauvegardes.emporter(cle, false) },
  'changer de phrase': {
    ouvert: true,
    faire: (session: Session) => session.changerPhrase({ ancienne: phrase, nouvelle: autrePhrase }),
  },
  'mettre à jour': { ouvert: false, faire: (session: Session) => session.ouvrir({ phrase }) },
  restaurer: {
    ouvert: false,
    faire: (session: Session) => {
      const [sauvegarde] = listerSauvegardes(join(dossier, 'sauvegardes'))
      if (sauvegarde === undefined) throw new Error('no backup')
      return session.restaurer({ sauvegarde, genre: 'phrase', secret: phrase, malgrePlusRecent: true })
    },
  },
  créer: {
    ouvert: false,
    faire: () => createSession({ dossier: join(disque, 'autre'), maintenant, cout }).creer({ phrase, nom: '' }),
  },
} as const
type Travail = keyof typeof travaux

/** Makes the disk fail, and gives back the way to repair it. */
const pannes: Readonly<Record<string, () => () => void>> = {
  plein: () => {
    const { bavail, bsize } = statfsSync(disque)
    // From nothing to what two copies of the base would take.
    const laisses = hasard(500) * 4096
    writeFileSync(lest, Buffer.alloc(Math.max(0, bavail * bsize - laisses)))
    return () => rmSync(lest)
  },
  'lecture seule': () => {
    remonter('ro')
    return () => remonter('rw')
  },
}
const remonter = (comment: string): void => {
  const { status } = spawnSync('mount', ['-o', `remount,${comment}`, disque], { stdio: 'inherit' })
  if (status !== 0) throw new Error('cannot remount')
}

/** Nobody opens a coffre on a disk that is read-only: to open it is then a part of the work. */
const dabord = panne === 'plein'

/** « fait », the code of the refusal, or nothing when it bore none. */
const tenter = async (travail: Travail, session: Session, id: string): Promise<string | null> => {
  try {
    if (travaux[travail].ouvert && !dabord) await session.ouvrir({ phrase })
    await travaux[travail].faire(session, id)
    return 'fait'
  } catch (brute) {
    const error = traduirePanne(brute)
    return error instanceof ErreurMetier && error.erreur.code !== 'interne' ? error.erreur.code : null
  }
}

const rouvrir = async (phrases: readonly string[]): Promise<Session | undefined> => {
  for (const essai of phrases) {
    const session = createSession({ dossier, maintenant, cout })
    try {
      await session.ouvrir({ phrase: essai })
      return session
    } catch {
      rmSync(join(dossier, 'essais.json'), { force: true })
    }
  }
  return undefined
}

const regarder = async (travail: Travail, id: string, issue: string | null) => {
  const fait = issue === 'fait'
  const attendues = travail === 'changer de phrase' && fait ? [autrePhrase] : [phrase]
  const session = await rouvrir(attendues)
  if (session === undefined) return { perdus: 1, entames: 0 }
  const db = session.db()
  const { length: nommees } = await db.selectFrom('personne').select('id').where('nom', '=', id).execute()
  const { length: foyers } = await db.selectFrom('foyer').select('id').execute()
  const sain = (await estIntegre(db, 'integrity_check')) && (await premiereRupture(db)) === null
  await session.verrouiller()
  const saisie = travail === 'enregistrer' || travail === 'importer'
  const restes = existsSync(`${dossier}.restauration`)
  return {
    perdus: (foyers === 60 ? 0 : 1) + (saisie && fait && nommees !== 2 ? 1 : 0),
    entames: (sain ? 0 : 1) + (nommees === 0 || nommees === 2 ? 0 : 1) + (restes ? 1 : 0),
  }
}

for (const travail of Object.keys(travaux) as Travail[])
  for (let i = 0; i < Number(combien); i += 1) {
    for (const reste of [dossier, cle, join(disque, 'autre')]) rmSync(reste, { recursive: true, force: true })
    cpSync(join(modeles, travail === 'mettre à jour' ? 'ancien' : 'neuf'), dossier, { recursive: true })
    mkdirSync(cle)
    const session = createSession({ dossier, maintenant, cout })
    if (travaux[travail].ouvert && dabord) await session.ouvrir({ phrase })
    const id = `Marque${travail.length}x${i}`
    const reparer = pannes[panne]?.()
    const issue = await tenter(travail, session, id)
    await session.verrouiller()
    reparer?.()
    process.stdout.write(`${JSON.stringify({ travail, issue, ...(await regarder(travail, id, issue)) })}\n`)
  }
process.exit(0)
