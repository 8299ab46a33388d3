import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { dansLeGeste } from '#db/geste.ts'
import { type BilanPrepare, preparerBilan } from '#electron/service/bilan/preparer.ts'
import { cheminsDuCoffre } from '#electron/service/coffre/chemins.ts'
import { lireCoffre } from '#electron/service/coffre/etat.ts'
import { deverrouiller } from '#electron/service/coffre/ouverture.ts'
import { createSession, type Session } from '#electron/service/coffre/session.ts'
import { createServiceRouter } from '#electron/service/router.ts'
import { createAtelier } from '#electron/service/secret/atelier.ts'
import type { Api, Reply } from '#shared/ipc/call.ts'
import { createClient } from '#shared/ipc/client.ts'
import type { DemandeBilan } from '#shared/ipc/contract/bilans.ts'
import { contract } from '#shared/ipc/contract.ts'
import { AUJOURDHUI, type Compte, peupler, type Taille } from '../fixtures/poste-nombreux.ts'

export const PHRASE = 'une phrase pour les mesures'

/** The report of the last year of an invented post. */
export const demandeDeLAnnee = {
  dispositif: 'isc',
  du: `${AUJOURDHUI.slice(0, 4)}-01-01`,
  au: AUJOURDHUI,
  seuil: 5,
  mode: 'masquage',
} as const

/** The whole service on a real coffre that holds an invented post. */
export type PosteMesure = {
  readonly compte: Compte
  readonly dossier: string
  readonly session: Session
  readonly db: Db
  readonly api: Api<typeof contract>
  /** The same service on another view of the base: listened to, or of another user. */
  readonly apiDe: (db: Db) => Api<typeof contract>
  /** The same file opened by hand, with the settings of the service: what a program without layers would use. */
  readonly aLaMain: () => Promise<SQLite.Database>
}

export const maintenant = (): Date => new Date(`${AUJOURDHUI}T18:00:00`)

/** Makes a post, measures it, and leaves nothing behind. */
export const avecPoste = async <T>(taille: Taille, travail: (poste: PosteMesure) => Promise<T>): Promise<T> => {
  const racine = mkdtempSync(join(tmpdir(), 'jalon-bench-'))
  try {
    const dossier = join(racine, 'coffre')
    const compte = await preparerPoste(dossier, taille)
    return await avecCoffre(dossier, compte, travail)
  } finally {
    rmSync(racine, { recursive: true, force: true })
  }
}

/** Makes the coffre of an invented post, and closes it. */
export const preparerPoste = async (dossier: string, taille: Taille): Promise<Compte> => {
  const session = createSession({ dossier, maintenant })
  const { codeSecours } = await session.creer({ phrase: PHRASE, nom: 'Poste de mesure' })
  await session.confirmerSecours({ code: codeSecours })
  // A million interviews are written at once: what is in memory is not enciphered again and again. Forgotten with the session.
  await sql`pragma cache_size = -4000000`.execute(session.db())
  const compte = await peupler(session.db(), taille)
  await session.verrouiller()
  return compte
}

/** The service on a coffre made before. */
export const avecCoffre = async <T>(
  dossier: string,
  compte: Compte,
  travail: (poste: PosteMesure) => Promise<T>,
): Promise<T> => {
  const session = createSession({ dossier, maintenant })
  const atelier = createAtelier()
  const manuelles: SQLite.Database[] = []
  const clientDe = (vue: Session) => {
    const outils = { session: vue, atelier, maintenant, imprimer: sansImprimante, progression: muet, surGeste: muet }
    return createClient(
      contract,
      createServiceRouter(outils, ({ appel, erreur }) => dire(`${appel} : ${erreur}`)),
    )
  }
  const aLaMain = async () => {
    const base = await ouvrirALaMain(dossier)
    manuelles.push(base)
    return base
  }
  try {
    await session.ouvrir({ phrase: PHRASE })
    const api = clientDe(session)
    const apiDe = (db: Db) => clientDe({ ...session, db: () => db })
    return await travail({ compte, dossier, session, db: session.db(), api, apiDe, aLaMain })
  } finally {
    for (const base of manuelles) base.close()
    await atelier.fermer()
    await session.verrouiller()
  }
}

/** The year of a post, protected and proved as when it is asked for the first time: nothing is known of it beforehand. */
export const preparerNeuf = async (
  db: Db,
  demande: DemandeBilan,
  but: 'apercu' | 'publication',
): Promise<BilanPrepare> => {
  const atelier = createAtelier()
  try {
    return await preparerBilan({ db, atelier, maintenant, progression: () => undefined }, demande, but)
  } finally {
    await atelier.fermer()
  }
}

/** What the service answered; a refusal ends the run. */
export const valeur = async <T>(reponse: Promise<Reply<T>>): Promise<T> => {
  const recue = await reponse
  if (!recue.ok) throw new Error(`refused: ${JSON.stringify(recue.erreur)}`)
  return recue.value
}

const ouvrirALaMain = async (dossier: string): Promise<SQLite.Database> => {
  const chemins = cheminsDuCoffre(dossier)
  const { cle } = await deverrouiller(chemins, lireCoffre(chemins, 2 ** 17), 'phrase', PHRASE, maintenant())
  const base = new SQLite(chemins.base)
  base.pragma("cipher = 'sqlcipher'")
  base.pragma('legacy = 4')
  const parCle = base as SQLite.Database & { readonly key: (cle: Buffer) => void }
  parCle.key(Buffer.from(`x'${cle.toString('hex')}'`, 'latin1'))
  for (const reglage of [
    'synchronous = FULL',
    'wal_autocheckpoint = 1',
    'secure_delete = ON',
    'foreign_keys = ON',
    'temp_store = MEMORY',
    'cache_size = -32000',
  ])
    base.pragma(reglage)
  // What the triggers of the file ask of the act under way.
  base.function('dans_le_geste', dansLeGeste)
  return base
}

const sansImprimante = (): Promise<Uint8Array> => Promise.reject(new Error('nothing is printed here'))
const muet = (): void => undefined
const dire = (ligne: string): void => void process.stderr.write(`${ligne}\n`)
