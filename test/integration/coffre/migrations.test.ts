import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { expect, test } from 'vitest'
import { migrations } from '#db/migrations/index.ts'
import { lireReglages } from '#db/queries/reglages.ts'
import { phrase, refus, unCoffre, uneSession } from './aide.ts'

const up = (...ordres: readonly string[]) => ({
  up: async (db: Kysely<unknown>) => {
    for (const ordre of ordres) await sql.raw(ordre).execute(db)
  },
})
const ajout = { ...migrations, '9999-ajout': up('create table ajout (id text primary key) strict') }
const echec = {
  ...migrations,
  '9998-bonne': up('create table bonne (id text primary key) strict', `update reglage set valeur = '"perdu"'`),
  '9999-mauvaise': up('create table x (', 'drop table reglage'),
}
const copies = (dossier: string) => {
  const sauvegardes = join(dossier, 'sauvegardes')
  return existsSync(sauvegardes) ? readdirSync(sauvegardes) : []
}
const tables = async (session: ReturnType<typeof uneSession>) =>
  (await session.db().introspection.getTables()).map(({ name }) => name)

test('une base d’une version plus récente est refusée, et pas un octet n’en change', async () => {
  const { dossier, session } = await unCoffre({ connues: ajout })
  const avant = readFileSync(join(dossier, 'jalon.db'))
  expect(await refus(uneSession(dossier).ouvrir({ phrase }))).toBe('version-future')
  expect(readFileSync(join(dossier, 'jalon.db'))).toEqual(avant)
  expect(copies(dossier)).toEqual([])
  await session.ouvrir({ phrase })
})

test('avant de migrer, une copie chiffrée et relue est gardée jusqu’à l’ouverture suivante', async () => {
  const { dossier } = await unCoffre()
  const session = uneSession(dossier, { connues: ajout })
  await session.ouvrir({ phrase })
  expect(await tables(session)).toContain('ajout')
  const [copie = ''] = copies(dossier)
  expect(copie).toMatch(/^avant-9999-ajout-.*\.db$/u)
  expect(readFileSync(join(dossier, 'sauvegardes', copie)).toString('latin1')).not.toContain('SQLite format 3')
  await session.verrouiller()
  await session.ouvrir({ phrase })
  expect(copies(dossier)).toEqual([])
  expect((await lireReglages(session.db())).nom).toBe('Poste d’essai')
})

test('une migration qui échoue laisse tout comme avant, et la copie à côté', async () => {
  const { dossier, session } = await unCoffre()
  const migrante = uneSession(dossier, { connues: echec })
  expect(await refus(migrante.ouvrir({ phrase }))).toBe('migration-impossible')
  expect(migrante.etat().etat).toBe('verrouille')
  expect(copies(dossier)).toHaveLength(1)
  await session.ouvrir({ phrase })
  expect(await tables(session)).not.toContain('bonne')
  expect((await lireReglages(session.db())).nom).toBe('Poste d’essai')
})

test('une copie qui ne peut pas être écrite empêche la migration', async () => {
  const { dossier } = await unCoffre()
  writeFileSync(join(dossier, 'sauvegardes'), 'un fichier à la place du dossier')
  const session = uneSession(dossier, { connues: ajout })
  expect(await refus(session.ouvrir({ phrase }))).toBe('ecriture-impossible')
  const ancienne = uneSession(dossier)
  expect(await refus(ancienne.ouvrir({ phrase }))).toEqual({ sansErreur: undefined })
})
