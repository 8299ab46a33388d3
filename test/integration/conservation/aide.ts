import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import type { CleBase, Db } from '#db/connection.ts'
import { cheminsDuCoffre } from '#electron/service/coffre/chemins.ts'
import { lireEntete } from '#electron/service/coffre/entete.ts'
import { developper } from '#electron/service/coffre/enveloppe.ts'
import { createSession } from '#electron/service/coffre/session.ts'
import { createServiceRouter } from '#electron/service/router.ts'
import { createAtelier } from '#electron/service/secret/atelier.ts'
import { createClient } from '#shared/ipc/client.ts'
import { contract } from '#shared/ipc/contract.ts'
import { jourLocal } from '#shared/utils/dates.ts'
import { cout, phrase, unDossier } from '../coffre/aide.ts'

const imprimer = (html: string) => Promise.resolve(Buffer.from(html))

/** A coffre of these dispositifs whose clock the test moves, and whose base can be read in clear. */
export const unCoffreDate = async (
  jour: string,
  dispositifs: readonly ('isc' | 'cvp' | 'tig' | 'mission-locale' | 'coordination')[] = ['isc', 'cvp', 'coordination'],
) => {
  const dossier = join(unDossier(), 'coffre')
  const horloge = { instant: new Date(`${jour}T10:00:00`) }
  const maintenant = () => horloge.instant
  const atelier = createAtelier()
  const session = createSession({ dossier, maintenant, cout })
  onTestFinished(async () => {
    await atelier.fermer()
    await session.verrouiller()
  })
  await session.creer({ phrase, nom: 'Poste', dispositifs })
  const incidents: string[] = []
  const router = createServiceRouter(
    { session, atelier, maintenant, imprimer, progression: () => undefined },
    ({ appel, erreur }) => incidents.push(`${appel} ${erreur}`),
  )
  const aller = (autre: string) => {
    horloge.instant = new Date(`${autre}T10:00:00`)
  }
  return {
    api: createClient(contract, router),
    router,
    session,
    dossier,
    aller,
    incidents,
    jour: () => jourLocal(maintenant()),
  }
}

/** Every byte of a base, decrypted, freed pages included. */
export const enClair = async (dossier: string): Promise<Buffer> => {
  const chemins = cheminsDuCoffre(dossier)
  const cle = await developper(lireEntete(chemins, cout), 'phrase', phrase)
  if (cle === undefined) throw new Error('wrong passphrase')
  const copie = join(unDossier(), 'clair.db')
  cpSync(chemins.base, copie)
  dechiffrer(copie, cle)
  return readFileSync(copie)
}

const dechiffrer = (fichier: string, cle: CleBase): void => {
  const base = new SQLite(fichier)
  base.pragma("cipher = 'sqlcipher'")
  base.pragma('legacy = 4')
  base.pragma(`key = "x'${cle.toString('hex')}'"`)
  base.pragma('journal_mode = DELETE')
  base.pragma("rekey = ''")
  base.close()
}

/** Rows of every table that hold none of these ids, to be compared before and after. */
export const lignesSans = async (db: Db, ids: readonly string[], sauf: readonly string[]): Promise<unknown> => {
  const photo: Record<string, readonly string[]> = {}
  for (const { name } of await db.introspection.getTables()) {
    if (sauf.includes(name) || name.startsWith('note_mots')) continue
    const lues = await db
      .selectFrom(name as 'suivi')
      .selectAll()
      .execute()
    photo[name] = lues
      .map((l) => JSON.stringify(l))
      .filter((l) => !ids.some((id) => l.includes(id)))
      .toSorted()
  }
  return photo
}
