import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { poserDeclencheurs } from '#db/declencheurs.ts'
import { enGeste, type GesteEnCours } from '#db/geste.ts'
import { migrerCoffre } from '#db/migrate.ts'
import { migrations } from '#db/migrations/index.ts'
import { effacerRevisions } from '#db/queries/revisions/effacer.ts'
import { tablesSuivies } from '#db/suivies.ts'
import { inTransaction } from '#db/transaction.ts'
import { uneBase } from '../../fixtures/base.ts'

const unGeste = (change: Partial<GesteEnCours> = {}): GesteEnCours => ({
  id: crypto.randomUUID(),
  le: '2026-03-02T09:00:00.000Z',
  agent: null,
  nom: 'partenaires.enregistrer',
  objet: null,
  annule: null,
  ...change,
})

const vide = { interlocuteur: null, telephone: null, courriel: null, adresse: null, commune: null, note: null }
const partenaire = { id: 'p', nom: 'Avant', genre: 'autre', ...vide, actif: 1 }

const revisions = (db: Awaited<ReturnType<typeof uneBase>>) =>
  db.selectFrom('revision').select(['geste_id', 'genre', 'avant', 'apres']).orderBy('rang').execute()

test('un geste garde ce que chaque ligne disait avant lui : rien d’un ajout, les colonnes changées, la ligne retirée', async () => {
  const db = await uneBase()
  const geste = unGeste()
  await enGeste(geste, async () => {
    await db.insertInto('partenaire').values(partenaire).execute()
    await db.updateTable('partenaire').set({ nom: 'Après', actif: 0 }).execute()
    await db.updateTable('partenaire').set({ nom: 'Après' }).execute()
    await db.deleteFrom('partenaire').execute()
  })
  expect(await revisions(db)).toEqual([
    { geste_id: geste.id, genre: 'ajout', avant: null, apres: null },
    { geste_id: geste.id, genre: 'changement', avant: '{"nom":"Avant","actif":1}', apres: '{"nom":"Après","actif":0}' },
    { geste_id: geste.id, genre: 'retrait', avant: expect.stringContaining('"Après"'), apres: null },
  ])
  expect(await db.selectFrom('geste').selectAll().execute()).toEqual([{ rang: 1, ...geste }])
})

test('hors d’un geste, et quand un geste est défait par la base, rien n’est gardé', async () => {
  const db = await uneBase()
  await db.insertInto('partenaire').values(partenaire).execute()
  const echec = inTransaction(db, async (trx) => {
    await trx.updateTable('partenaire').set({ nom: 'Après' }).execute()
    throw new Error('cut')
  })
  await enGeste(unGeste(), () => expect(echec).rejects.toThrow('cut'))
  await enGeste(unGeste(), () =>
    inTransaction(db, async (trx) => {
      await trx.updateTable('partenaire').set({ nom: 'Après' }).execute()
      throw new Error('cut')
    }).catch(() => undefined),
  )
  expect(await revisions(db)).toEqual([])
  expect(await db.selectFrom('geste').selectAll().execute()).toEqual([])
})

test('chaque table suivie a ses trois déclencheurs ; ouvrir à nouveau n’y touche pas, une colonne de plus les refait', async () => {
  const db = await uneBase()
  const poses = async () =>
    (
      await sql<{
        n: number
      }>`select count(*) as n from sqlite_schema where name like 'revision\\_%' escape '\\' and type = 'trigger'`.execute(
        db,
      )
    ).rows[0]?.n
  const version = async () =>
    (await sql<{ schema_version: number }>`pragma schema_version`.execute(db)).rows[0]?.schema_version
  expect(await poses()).toBe(3 * tablesSuivies.length)
  const avant = await version()
  await poserDeclencheurs(db)
  expect(await version()).toBe(avant)
  const colonne = { up: (base: typeof db) => sql`alter table foyer add column neuve text`.execute(base) }
  await migrerCoffre(db, { ...migrations, '9999-neuve': colonne as never })
  expect(await poses()).toBe(3 * tablesSuivies.length)
  await db.insertInto('foyer').values({ id: 'f' }).execute()
  await enGeste(unGeste(), () => sql`update main.foyer set neuve = 'oui'`.execute(db))
  expect((await revisions(db))[0]?.apres).toBe('{"neuve":"oui"}')
})

test('effacer les révisions de lignes les efface toutes, et les gestes qui n’ont plus rien à dire', async () => {
  const db = await uneBase()
  await enGeste(unGeste(), async () => {
    await db
      .insertInto('partenaire')
      .values([partenaire, { ...partenaire, id: 'q' }])
      .execute()
  })
  await enGeste(unGeste(), () => db.deleteFrom('partenaire').where('id', '=', 'p').execute())
  expect(await effacerRevisions(db, { lignes: [{ tableau: 'partenaire', cles: [['p']] }] })).toBe(2)
  expect(await db.selectFrom('revision').select('cle').execute()).toEqual([{ cle: '["q"]' }])
  expect(await db.selectFrom('geste').select('id').execute()).toHaveLength(1)
})
