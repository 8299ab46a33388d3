import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { closeDatabase, type Db, openDatabase } from '#db/connection.ts'
import { migrateToLatest, pendingMigrations } from '#db/migrate.ts'
import { migrations } from '#db/migrations/index.ts'
import { enregistrerEntretien } from '#db/queries/entretiens.ts'
import { lireNomenclatureDuPoste } from '#db/queries/nomenclature.ts'
import { enregistrerPoste } from '#db/queries/postes.ts'
import { ecrireReglages } from '#db/queries/reglages.ts'
import { listerEditions } from '#db/queries/registre.ts'
import { unEntretien, unId } from '../../fixtures/builders.ts'
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
  expect(apres).toMatchObject({ ...avant, edition: [], edition_fichier: [], publication: [] })
  expect(await listerEditions(db, 'isc')).toEqual([])
})

const remplir = async (db: Db): Promise<void> => {
  const nomenclature = await lireNomenclatureDuPoste(db)
  const entretien = unEntretien({
    orientations: [{ id: unId(), destination: 'cidff', partenaireId: null }],
    echeances: [{ id: unId(), date: '2025-06-03', libelle: 'Rappeler' }],
  })
  await enregistrerEntretien(db, nomenclature, entretien, new Date('2025-06-02T10:00:00'))
  await enregistrerPoste(db, {
    id: unId(),
    nom: 'ISC',
    etp: 1,
    financementAnnuel: 48_000,
    financeur: 'Ville',
    du: '2025-01-01',
    au: null,
  })
  await ecrireReglages(db, { nom: 'Poste d’essai' })
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
