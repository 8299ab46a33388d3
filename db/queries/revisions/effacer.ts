import { sql } from 'kysely'
import { entier } from '#db/cloison.ts'
import type { Db } from '#db/connection.ts'
import type { Table } from '#db/suivies.ts'
import { inTransaction } from '#db/transaction.ts'

/** Rows that go for good: `cles` are their keys, each in the order of the primary key. */
type Lignes = { readonly tableau: Table; readonly cles: readonly (readonly (string | number)[])[] }

type Effacement = {
  readonly personnes?: readonly string[]
  readonly suivis?: readonly string[]
  readonly lignes?: readonly Lignes[]
}

/**
 * Erases all that is kept of what these persons, suivis or rows said before, whoever is allowed to see it, and whether they
 * are still there or were removed; of a person, also what the files merged into hers said. Call it before the rows go.
 * Gives back how many revisions left.
 */
export const effacerRevisions = (db: Db, { personnes = [], suivis = [], lignes = [] }: Effacement): Promise<number> =>
  inTransaction(db, async (trx) => {
    let effacees = 0
    const effacer = async (condition: ReturnType<typeof sql<boolean>>): Promise<void> => {
      const { numDeletedRows } = await trx.deleteFrom('revision').where(condition).executeTakeFirstOrThrow()
      effacees += Number(numDeletedRows)
    }
    const toutes = await avecAbsorbees(trx, personnes)
    await effacer(sql`personne_id in ${dansJson(toutes)}`)
    await effacer(sql`suivi_id in ${dansJson(suivis)}`)
    for (const { tableau, cles } of lignes)
      await effacer(sql`tableau = ${tableau} and cle in ${dansJson(cles.map((cle) => JSON.stringify(cle)))}`)
    await oublierGestes(trx)
    return effacees
  })

/** An act that has nothing left to tell goes too. */
export const oublierGestes = async (trx: Db): Promise<void> => {
  await sql`delete from main.geste where not exists (
    select 1 from main.revision r where r.geste_id = geste.id)`.execute(trx)
}

const avecAbsorbees = async (trx: Db, personnes: readonly string[]): Promise<readonly string[]> => {
  const { rows } = await sql<{ readonly id: string }>`with recursive toutes (id) as (
      select value from json_each(${JSON.stringify(personnes)})
      union select f.absorbee_id from main.fusion f join toutes on toutes.id = f.gardee_id)
    select id from toutes`.execute(entier(trx))
  return rows.map((r) => r.id)
}

const dansJson = (valeurs: readonly string[]) => sql`(select value from json_each(${JSON.stringify(valeurs)}))`
