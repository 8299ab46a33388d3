import type { Kysely } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import type { Db } from './connection.ts'
import { oterDeclencheurs, poserDeclencheurs } from './declencheurs.ts'
import { migrations } from './migrations/index.ts'
import { traduirePanne } from './panne.ts'

type Migrations = Readonly<Record<string, Migration>>

/**
 * Brings the schema to the newest version, whole or not at all. Throws `migration-impossible`, or `ecriture-impossible` when the disk
 * is what fails; the file is as before.
 */
export const migrateToLatest = async (db: Db | Kysely<unknown>, known: Migrations = migrations): Promise<void> => {
  const { error } = await migrator(db, known).migrateToLatest()
  if (error === undefined) return
  const panne = traduirePanne(error)
  throw panne instanceof ErreurMetier ? panne : new ErreurMetier('migration-impossible')
}

/** The same for the base of a coffre, whose rows are followed from then on. */
export const migrerCoffre = async (db: Db, known: Migrations = migrations): Promise<void> => {
  await oterDeclencheurs(db)
  await migrateToLatest(db, known)
  await poserDeclencheurs(db)
}

/** Names of the migrations still to run. Throws `version-future` when the file was written by a newer Jalon; writes nothing. */
export const pendingMigrations = async (
  db: Db | Kysely<unknown>,
  known: Migrations = migrations,
): Promise<string[]> => {
  const done = await doneMigrations(db)
  if (done.some((name) => !Object.hasOwn(known, name))) throw new ErreurMetier('version-future')
  return Object.keys(known).filter((name) => !done.includes(name))
}

const doneMigrations = async (db: Db | Kysely<unknown>): Promise<string[]> => {
  const tables = await (db as Kysely<unknown>).introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some((table) => table.name === 'kysely_migration')) return []
  const rows = await (db as Kysely<{ kysely_migration: { name: string } }>)
    .selectFrom('kysely_migration')
    .select('name')
    .execute()
  return rows.map((row) => row.name)
}

const migrator = (db: Db | Kysely<unknown>, known: Migrations): Migrator =>
  // Kysely types its migrator for any schema: the tables are what migrations are about to change.
  new Migrator({ db: db as Kysely<unknown>, provider: { getMigrations: () => Promise.resolve({ ...known }) } })
