import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { entier } from '#db/cloison.ts'
import { lireReglages } from '#db/queries/reglages.ts'
import { phrases, unAgent, unCoffrePartage } from './aide.ts'

const racine = resolve(import.meta.dirname, '../../../db')

test('une écriture en SQL brut nomme la table même : sous une vue, elle échouerait pour tout autre que le titulaire', () => {
  const brutes = globSync('**/*.ts', { cwd: racine, exclude: (nom) => nom.startsWith('migrations') }).flatMap((nom) =>
    [
      ...readFileSync(join(racine, nom), 'utf8').matchAll(
        /sql(?:<[^`]*>)?`\s*(?:update|delete from|insert into)\s+\S+/gu,
      ),
    ].map(([ecriture]) => `${nom} ${ecriture}`),
  )
  expect(brutes.length).toBeGreaterThan(2)
  expect(brutes.filter((ecriture) => !/\smain\./u.test(ecriture))).toEqual([])
})

test('les vues ne durent que la connexion : le fichier n’en garde rien, et le titulaire n’a que celle des notes privées', async () => {
  const { session } = await unCoffrePartage(unAgent())
  const vues = async () => {
    const { rows } = await sql<{ n: number }>`select
      (select count(*) from main.sqlite_schema where type = 'view') * 1000
      + (select count(*) from temp.sqlite_temp_schema where type = 'view') as n`.execute(session.db())
    return rows[0]?.n ?? 0
  }
  await session.verrouiller()
  await session.ouvrir({ phrase: phrases.agent })
  const siennes = await vues()
  expect(siennes > 20 && siennes < 1000).toBe(true)
  expect(await lireReglages(session.db())).toMatchObject({ dispositifs: ['isc'] })
  expect(await lireReglages(entier(session.db()))).toMatchObject({ dispositifs: ['isc', 'cvp'] })
  await session.verrouiller()
  await session.ouvrir({ phrase: phrases.titulaire })
  expect(await vues()).toBe(1)
  expect(await lireReglages(session.db())).toMatchObject({ dispositifs: ['isc', 'cvp'] })
})
