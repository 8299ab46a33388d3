import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { closeDatabase, type Db, openDatabase } from '#db/connection.ts'
import { migrateToLatest } from '#db/migrate.ts'
import { migrations } from '#db/migrations/index.ts'
import { suivisDePersonne } from '#db/queries/suivis.ts'
import { unDossier } from '../coffre/aide.ts'

test('une base d’avant les parcours garde tout ce qu’elle avait, et ses suivis se lisent', async () => {
  const [chemin, cle] = [join(unDossier(), 'jalon.db'), randomBytes(32)]
  const ancienne = openDatabase(chemin, cle, { creation: true })
  const { '0001-socle': socle } = migrations
  if (socle === undefined) throw new Error('no first migration')
  await migrateToLatest(ancienne, { '0001-socle': socle })
  for (const ligne of lignes) await sql.raw(`insert into ${ligne}`).execute(ancienne)
  const avant = await compter(ancienne)
  await closeDatabase(ancienne)

  const db = openDatabase(chemin, cle)
  onTestFinished(() => closeDatabase(db))
  await migrateToLatest(db)
  expect(avant).toEqual([1, 1, 1, 1, 1])
  expect(await compter(db)).toEqual(avant)
  expect(await suivisDePersonne(db, personne)).toMatchObject([{ id: suivi, numero: 1, ouvertLe: '2025-06-02' }])
  const { rows } = await sql`pragma foreign_key_check`.execute(db)
  expect(rows).toEqual([])
  for (const { name } of (await db.introspection.getTables()).filter((t) => nouvelles.has(t.name)))
    expect([name, (await sql`select * from ${sql.table(name)}`.execute(db)).rows]).toEqual([name, []])
})

test('les tables du parcours ne pointent que vers des suivis qui existent', async () => {
  const db = openDatabase(join(unDossier(), 'jalon.db'), randomBytes(32), { creation: true })
  onTestFinished(() => closeDatabase(db))
  await migrateToLatest(db)
  const orpheline = sql`insert into mesure values ('m', 'inconnu', 'sp', null, null, null, null, '2025-06-02')`
  await expect(orpheline.execute(db)).rejects.toThrow('FOREIGN KEY')
})

const personne = '11111111-1111-4111-8111-111111111111'
const suivi = '22222222-2222-4222-8222-222222222222'
const lignes = [
  `personne values ('${personne}', 0, 'Martin', 'Alix', '1980-02-03', null, 'Aubervilliers', '{}', 'a', 'b', 'c',
    null, null, '2025-06-02', '2025-06-02')`,
  `suivi values ('${suivi}', 'isc', 1, '2025-03-10', '2025-06-02', null, null, '{}')`,
  `participation values ('${suivi}', '${personne}', 'victime', '{}')`,
  `entretien values ('e', '${suivi}', '2025-06-02', '10:00', 45, 'Notes', '{}', null, null, '2025-06-02', '2025-06-02')`,
  `presence values ('e', '${personne}', 'Aubervilliers', 0)`,
]

const compter = (db: Db) =>
  Promise.all(
    ['personne', 'suivi', 'participation', 'entretien', 'presence'].map(async (table) => {
      const { rows } = await sql`select * from ${sql.table(table)}`.execute(db)
      return rows.length
    }),
  )

const nouvelles = new Set([
  'necessite',
  'reperage',
  'mesure',
  'statut_penal',
  'passage',
  'situation',
  'demarche',
  'comite',
])
