import { onTestFinished } from 'vitest'
import { sql } from 'kysely'
import { closeDatabase, openDatabase } from '#db/connection.ts'
import { cheminsDuCoffre } from '#electron/service/coffre/chemins.ts'
import { lireEntete } from '#electron/service/coffre/entete.ts'
import { developper } from '#electron/service/coffre/enveloppe.ts'

/** The key of a coffre, as whoever knows its passphrase may unwrap it. */
export const cleDuCoffre = async (dossier: string, phrase: string): Promise<Buffer> => {
  const cle = await developper(lireEntete(cheminsDuCoffre(dossier), 2), 'phrase', phrase)
  if (cle === undefined) throw new Error('not the passphrase of this coffre')
  return cle
}

/** A second connection on an open base: its `version` changes when anything at all is committed by another. */
export const observer = async (dossier: string, phrase: string) => {
  const db = openDatabase(cheminsDuCoffre(dossier).base, await cleDuCoffre(dossier, phrase), { lecture: true })
  onTestFinished(() => closeDatabase(db))
  const version = async (): Promise<number> => {
    const { rows } = await sql<{ data_version: number }>`pragma data_version`.execute(db)
    return rows[0]?.data_version ?? 0
  }
  return { db, version }
}
