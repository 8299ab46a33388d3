import { describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { uneBase } from '../../fixtures/base.ts'

describe('les ordres gardés préparés', () => {
  it('suivent un schéma qui change et une vue qui couvre leur table', async () => {
    const db = await uneBase()
    const lire = async () => (await sql<Record<string, unknown>>`select * from foyer`.execute(db)).rows
    await db.insertInto('foyer').values({ id: 'a' }).execute()
    expect(await lire()).toEqual([{ id: 'a' }])
    await sql`alter table foyer add column nom text not null default 'x'`.execute(db)
    expect(await lire()).toEqual([{ id: 'a', nom: 'x' }])
    await sql`create temp view foyer as select id from main.foyer where id = 'b'`.execute(db)
    expect(await lire()).toEqual([])
  })

  it('servent encore après une lecture laissée en route, et sont bien plus nombreux qu’on n’en garde', async () => {
    const db = await uneBase()
    for (let i = 1; i <= 320; i += 1)
      await db
        .insertInto('foyer')
        .values(Array.from({ length: i }, (_, j) => ({ id: `${i}-${j}` })))
        .execute()
    const requete = db.selectFrom('foyer').select('id').orderBy('id')
    const attendues = (await requete.execute()).map((f) => f.id)
    expect(attendues).toHaveLength((320 * 321) / 2)
    const lus: string[] = []
    for await (const f of requete.stream()) if (lus.push(f.id) === 10) break
    expect(lus).toEqual(attendues.slice(0, 10))
    expect((await requete.execute()).map((f) => f.id)).toEqual(attendues)
  })
})
