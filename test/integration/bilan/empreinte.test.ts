import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { lireFaits } from '#db/queries/bilan.ts'
import { lireEntree } from '#electron/service/bilan/entree.ts'
import { uneBase } from '../../fixtures/base.ts'
import { AUJOURDHUI, peupler } from '../../fixtures/poste-nombreux.ts'

const demande = { dispositif: 'isc', du: '2025-01-01', au: AUJOURDHUI, seuil: 5, mode: 'masquage' } as const

const unPoste = async () => {
  const db = await uneBase()
  await peupler(db, { entretiens: 3000, parAn: 1400 })
  return db
}

test('reconnaît une édition d’hier : l’empreinte est celle du texte entier de ce qui est compté, d’un seul tenant', async () => {
  const entree = await lireEntree(await unPoste(), demande, new Date(`${AUJOURDHUI}T12:00:00`))
  const { empreinte, ...compte } = entree
  expect(entree.periode.recensements.find((r) => r.unite === 'entretiens')?.unites.length).toBeGreaterThan(1000)
  const texte = JSON.stringify({ ...compte, textes: [...compte.textes], chiffres: [] })
  expect(empreinte).toBe(createHash('sha256').update(texte).digest('hex'))
})

test('lit les faits dans un ordre qui ne change pas : celui des éditions d’hier', async () => {
  const db = await unPoste()
  await sql`update main.entretien set date = (select min(date) from main.entretien e where e.suivi_id = entretien.suivi_id)
    where rowid % 3 = 0`.execute(db)
  const faits = await lireFaits(db, 'isc', demande)
  const rangees = async (requete: ReturnType<typeof sql<{ id: string }>>) =>
    (await requete.execute(db)).rows.map((l) => l.id)
  const actes = sql`main.entretien e join main.suivi s on s.id = e.suivi_id`
  const dedans = sql`s.dispositif = 'isc' and e.supprime_le is null and e.date between ${demande.du} and ${demande.au}`
  expect(faits.entretiens.map((e) => e.id)).toEqual(
    await rangees(sql`select e.id from ${actes} where ${dedans} order by s.numero, e.date, e.rowid`),
  )
  expect(faits.orientations.map((o) => o.id)).toEqual(
    await rangees(
      sql`select o.id from ${actes} join main.orientation o on o.entretien_id = e.id where ${dedans}
        order by s.numero, e.date, e.rowid, o.rowid`,
    ),
  )
  expect(faits.suivis.map((s) => s.id)).toEqual(faits.suivis.map((s) => s.id).toSorted())
  expect(faits.personnes.map((p) => p.id)).toEqual(faits.personnes.map((p) => p.id).toSorted())
  const parts = faits.participations.map((p) => `${p.suiviId} ${p.personneId}`)
  expect(parts).toEqual(parts.toSorted())
  const presences = new Map(faits.entretiens.map((e) => [e.id, [] as string[]]))
  for (const p of faits.presences) presences.get(p.entretienId)?.push(p.personneId)
  for (const ensemble of presences.values()) expect(ensemble).toEqual(ensemble.toSorted())
})
