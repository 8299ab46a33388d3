import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { unEntretien, unId } from '../../fixtures/builders.ts'
import { toutes, unService, valeur } from '../../fixtures/service.ts'

test('un disque plein est dit, ne garde rien à moitié, et le même enregistrement passe dès qu’il y a de la place', async () => {
  const { api, db } = await unService()
  const entretien = unEntretien({ note: 'Revient mardi' })
  const contenu = 'x'.repeat(2000)
  await valeur(api.brouillons.enregistrer({ id: entretien.id, titre: 'En cours', contenu }))
  // No page more than the base has: what SQLite meets when the disk has none left.
  await sql`pragma max_page_count = 1`.execute(db())
  // The pages that were free are used up by drafts, then nothing fits any more.
  const plein = async (): Promise<string> => {
    for (let essai = 0; essai < 200; essai += 1) {
      const reponse = await api.brouillons.enregistrer({ id: unId(), titre: 'Plein', contenu: 'y'.repeat(100_000) })
      if (!reponse.ok) return reponse.erreur.code
    }
    return 'jamais plein'
  }
  expect(await plein()).toBe('ecriture-impossible')
  const gros = { ...entretien, note: 'z'.repeat(1000), echeances: Array.from({ length: 30 }, () => echeance()) }
  expect(await api.entretiens.enregistrer(gros)).toMatchObject({ ok: false, erreur: { code: 'ecriture-impossible' } })
  expect((await valeur(api.entretiens.lister(toutes))).total).toBe(0)
  expect((await valeur(api.brouillons.lire({ id: entretien.id }))).contenu).toBe(contenu)
  await sql`pragma max_page_count = 1073741823`.execute(db())
  await valeur(api.entretiens.enregistrer(gros))
  expect((await valeur(api.entretiens.lister(toutes))).total).toBe(1)
})

const echeance = () => ({ id: unId(), date: '2025-06-09', libelle: 'a'.repeat(200) })
