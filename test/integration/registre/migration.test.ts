import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { closeDatabase, type Db, openDatabase } from '#db/connection.ts'
import { migrateToLatest, pendingMigrations } from '#db/migrate.ts'
import { migrations } from '#db/migrations/index.ts'
import { listerEditions } from '#db/queries/registre.ts'
import { unDossier } from '../coffre/aide.ts'

test('une base d’avant le registre le reçoit vide, et garde tout ce qu’elle avait', async () => {
  const [chemin, cle] = [join(unDossier(), 'jalon.db'), randomBytes(32)]
  const ancienne = openDatabase(chemin, cle, { creation: true })
  const { '0001-socle': socle } = migrations
  if (socle === undefined) throw new Error('no first migration')
  await migrateToLatest(ancienne, { '0001-socle': socle })
  await remplir(ancienne)
  const avant = await toutLire(ancienne)
  await closeDatabase(ancienne)

  const db = openDatabase(chemin, cle)
  onTestFinished(() => closeDatabase(db))
  expect(await pendingMigrations(db)).toContain('0002-registre')
  await migrateToLatest(db)
  const apres = await toutLire(db)
  expect(Object.keys(avant)).not.toContain('edition')
  expect(avant['entretien']).toHaveLength(1)
  expect(apres).toMatchObject({ ...avant, edition: [], edition_fichier: [], publication: [] })
  expect(await listerEditions(db, 'isc')).toEqual([])
})

/** Written as it was then: today's queries know of tables that this base has not. */
const remplir = async (db: Db): Promise<void> => {
  const lignes = [
    `personne values ('p', 0, 'Martin', 'Alix', '1980-02-03', null, 'Aubervilliers', '{"sexe":"femme"}', 'a', 'b', 'c',
      null, null, '2025-06-02', '2025-06-02')`,
    `suivi values ('s', 'isc', 1, '2025-03-10', '2025-06-02', null, null, '{}')`,
    `participation values ('s', 'p', 'victime', '{}')`,
    `entretien values ('e', 's', '2025-06-02', '10:00', 45, 'Notes', '{}', null, null, '2025-06-02', '2025-06-02')`,
    `presence values ('e', 'p', 'Aubervilliers', 0)`,
    `orientation values ('o', 'e', 'cidff', null, 'attente', null)`,
    `echeance values ('d', 's', 'e', '2025-06-03', 'Rappeler', null)`,
    `poste values ('q', 'ISC', 1.0, 48000.0, 'Ville', '2025-01-01', null)`,
    `reglage values ('nom', '"Poste d’essai"')`,
  ]
  for (const ligne of lignes) await sql.raw(`insert into ${ligne}`).execute(db)
}

const toutLire = async (db: Db): Promise<Record<string, unknown[]>> => {
  const lues: Record<string, unknown[]> = {}
  for (const { name } of await db.introspection.getTables())
    lues[name] = await db
      .selectFrom(name as 'personne')
      .selectAll()
      .execute()
  return lues
}
