import { sql } from 'kysely'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '#db/connection.ts'
import { migrateToLatest } from '#db/migrate.ts'
import { migrations } from '#db/migrations/index.ts'
import { lireBrouillon } from '#db/queries/brouillons.ts'
import { lireNomenclature } from '#db/queries/nomenclature.ts'
import { lireReglages } from '#db/queries/reglages.ts'

const uneBaseDAvant = async () => {
  const dossier = await mkdtemp(join(tmpdir(), 'jalon-test-'))
  const db = openDatabase(join(dossier, 'jalon.db'), randomBytes(32), { creation: true })
  onTestFinished(async () => {
    await db.destroy()
    await rm(dossier, { recursive: true })
  })
  const anciennes = Object.entries(migrations).filter(([nom]) => nom < '0004')
  await migrateToLatest(db, Object.fromEntries(anciennes))
  return db
}

test('un coffre d’avant les métiers est celui d’un intervenant social : questions et brouillons sont les siens', async () => {
  const db = await uneBaseDAvant()
  await sql`insert into champ_local (champ, actif) values ('modalite', 0), ('accueil', 1)`.execute(db)
  await sql`insert into brouillon (id, titre, contenu, modifie_le) values ('b', 'DURAND Paul', '{}', '2026-01-01')`.execute(
    db,
  )
  await migrateToLatest(db)
  expect(await lireReglages(db)).toMatchObject({ dispositifs: ['isc'], dispositif: 'isc' })
  const actifs = async (code: 'isc' | 'cvp') =>
    Object.fromEntries((await lireNomenclature(db, code)).champs.map((c) => [c.code, c.actif]))
  expect(await actifs('isc')).toMatchObject({ modalite: false, accueil: true })
  expect(await actifs('cvp')).toMatchObject({ modalite: true })
  expect(await lireBrouillon(db, 'b')).toMatchObject({ titre: 'DURAND Paul' })
})
