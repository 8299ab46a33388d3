import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { CleBase, Db } from '#db/connection.ts'
import { noterSauvegardesOtees, sauvegardesAOter } from '#db/queries/conservation/purges.ts'
import { ecrireReglages, lireReglages } from '#db/queries/reglages.ts'
import { type CodeErreur, ErreurMetier } from '#shared/erreurs/erreur.ts'
import type { EtatSauvegardes } from '#shared/ipc/contract/sauvegardes.ts'
import { jourLocal } from '#shared/utils/dates.ts'
import type { Chemins } from './chemins.ts'
import { lireEntete } from './entete.ts'
import { exigerDestination, listerAilleurs } from './sauvegardes-emporter.ts'
import { propagerEntete } from './sauvegardes-entete.ts'
import { oublierAvant } from './sauvegardes-oublier.ts'
import type { Resultat, Travail } from './sauvegardes-ouvrier.ts'
import { listerSauvegardes } from './sauvegardes.ts'

/** Backups of the open coffre. One job at a time, each in a thread of its own: typing goes on. */
export type Sauvegardes = {
  readonly etat: () => Promise<EtatSauvegardes>
  /** Makes one now and copies it to the second place when it is there; gives the folder made. */
  readonly sauvegarder: () => Promise<string>
  /** What the day asks: a backup if none bears its date, its copy if the other disk lacks it. Never throws. */
  readonly quotidienne: () => Promise<void>
  readonly choisirSecond: (dossier: string | null) => Promise<void>
  /** Copies the last backup to that folder. */
  readonly copierVers: (dossier: string) => Promise<string>
  readonly emporter: (dossier: string, malgrePlusRecent: boolean) => Promise<string>
  /** After a change of passphrase or recovery code: what opened the coffre before must not open its backups. */
  readonly resceller: () => Promise<void>
  /** Deletes the backups that hold what a purge erased, once their delay is over. */
  readonly oublierPurgees: () => Promise<void>
}

export type Acces = { readonly db: Db; readonly cle: CleBase }

export const createSauvegardes = (options: {
  readonly chemins: Chemins
  readonly cout: number
  readonly maintenant: () => Date
  /** The open base and its key. Throws `verrouille`. */
  readonly acces: () => Acces
  /** Holds the closing of the coffre until the work ends. */
  readonly retenir: <T>(travail: Promise<T>) => Promise<T>
  readonly surChangement: () => void
}): Sauvegardes => {
  const { chemins, cout, maintenant, acces, retenir, surChangement } = options
  let derniereTache: Promise<unknown> = Promise.resolve()
  let enCours = 0
  let duJour: Promise<void> | undefined
  const echecs: { local: CodeErreur | null; second: CodeErreur | null } = { local: null, second: null }

  const confier = (travail: SansSource): Promise<string> => {
    const source = { chemins, cout, maintenant: maintenant(), cle: Buffer.alloc(32, acces().cle) }
    enCours += 1
    surChangement()
    const tache = derniereTache.then(() => executer({ ...travail, source }))
    derniereTache = tache.catch(() => undefined)
    const finie = tache.finally(() => {
      source.cle.fill(0)
      enCours -= 1
      surChangement()
    })
    return retenir(finie)
  }
  const second = async () => (await lireReglages(acces().db)).secondEmplacement
  const sauvegarder = async (): Promise<string> => {
    const destination = await second()
    const faite = await noter(echecs, 'local', () => confier({ quoi: 'sauvegarder' }))
    // The passphrase may have changed while it was being made.
    await propagerEntete(chemins, [], cout)
    // The other disk being away, or full, takes nothing from the backup just made.
    if (destination !== null) await copierSansBruit(destination)
    return faite
  }
  const copierSansBruit = async (destination: string): Promise<void> => {
    if (!existsSync(destination)) return
    try {
      await noter(echecs, 'second', () => confier({ quoi: 'copier', destination }))
      await propagerEntete(chemins, [destination], cout)
    } catch {
      // Kept in `echecs`, and told on screen.
    }
  }
  const faireDuJour = async (): Promise<void> => {
    try {
      const [derniere] = listerSauvegardes(chemins.sauvegardes, lireEntete(chemins, cout).id)
      const faite = derniere !== undefined && jour(derniere.faiteLe) === jourLocal(maintenant())
      if (!faite) return void (await sauvegarder())
      const destination = await second()
      if (destination !== null) await copierSansBruit(destination)
    } catch {
      // Kept in `echecs`, and told on screen; or the coffre closed meanwhile.
    }
  }
  const oublierPurgees = async (): Promise<void> => {
    const { db } = acces()
    const avant = await sauvegardesAOter(db, jourLocal(maintenant()))
    if (avant === null || !(await oublierAvant(chemins, await second(), cout, avant))) return
    await noterSauvegardesOtees(db, avant, maintenant())
    surChangement()
  }
  return {
    sauvegarder,
    oublierPurgees,
    quotidienne: () =>
      (duJour ??= faireDuJour()
        // What cannot be deleted today is tried again another day.
        .then(() => oublierPurgees().catch(() => undefined))
        .finally(() => {
          duJour = undefined
        })),
    choisirSecond: async (dossier) => {
      const { db } = acces()
      if (dossier !== null) exigerDestination(chemins, dossier)
      await ecrireReglages(db, { secondEmplacement: dossier })
      echecs.second = null
      if (dossier !== null && listerSauvegardes(chemins.sauvegardes).length > 0) await copierSansBruit(dossier)
      surChangement()
    },
    resceller: async () => {
      const destination = await second()
      await propagerEntete(chemins, destination === null ? [] : [destination], cout)
    },
    copierVers: (destination) => confier({ quoi: 'copier', destination }),
    emporter: (destination, malgre) => confier({ quoi: 'emporter', destination, malgre }),
    etat: async () => {
      const { id } = lireEntete(chemins, cout)
      const locales = listerSauvegardes(chemins.sauvegardes, id)
      const destination = await second()
      return {
        derniere: locales[0]?.faiteLe ?? null,
        nombre: locales.length,
        enCours: enCours > 0,
        echec: echecs.local,
        second:
          destination === null
            ? null
            : {
                dossier: destination,
                present: existsSync(destination),
                derniere: listerAilleurs(destination, id)[0]?.faiteLe ?? null,
                echec: echecs.second,
              },
      }
    },
  }
}

type SansSource = Travail extends infer T ? (T extends Travail ? Omit<T, 'source'> : never) : never

type Echecs = { local: CodeErreur | null; second: CodeErreur | null }

const noter = async (echecs: Echecs, lequel: keyof Echecs, travail: () => Promise<string>): Promise<string> => {
  try {
    const fait = await travail()
    echecs[lequel] = null
    return fait
  } catch (error) {
    const code = error instanceof ErreurMetier ? error.erreur.code : 'interne'
    // The coffre closed before its turn came: nothing failed, it will be done at the next opening.
    if (code !== 'verrouille') echecs[lequel] = code
    throw error
  }
}

const jour = (instant: string): string => jourLocal(new Date(instant))

/** Both the bundled service and its shared chunks are one folder under `dist/`; the sources are side by side. */
const fichier = import.meta.url.endsWith('.ts')
  ? new URL('sauvegardes-ouvrier.ts', import.meta.url)
  : new URL('../service/sauvegardes-ouvrier.js', import.meta.url)

const executer = async (travail: Travail): Promise<string> => {
  const { promise, resolve, reject } = Promise.withResolvers<Resultat>()
  const ouvrier = new Worker(fichier, { workerData: travail, execArgv: [], env: {} })
  ouvrier.on('message', resolve)
  ouvrier.on('error', () => reject(new ErreurMetier('interne')))
  ouvrier.on('exit', () => reject(new ErreurMetier('interne')))
  const resultat = await promise
  if ('erreur' in resultat) throw new ErreurMetier(resultat.erreur)
  return resultat.dossier
}
