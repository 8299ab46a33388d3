import { expect, test } from 'vitest'
import { chargerExemple } from '#db/queries/strategie/exemple.ts'
import { lireFiche, lireStrategie } from '#db/queries/strategie/lire.ts'
import { uneBase } from '../../fixtures/base.ts'
import { plansDe } from '../../fixtures/plans.ts'

test('une stratégie et une fiche ne se lisent qu’avec des index', async () => {
  const db = await uneBase()
  const id = await chargerExemple(db, 'aix-en-provence', new Date('2014-05-20T10:00:00'))
  const lecture = { annee: 2013, jour: '2014-05-20', comptables: [], seuil: 0 }
  const [fiche] = (await lireStrategie(db, id, lecture)).fiches
  for (const lire of [
    (d: typeof db) => lireStrategie(d, id, lecture),
    (d: typeof db) => lireFiche(d, fiche?.id ?? '', lecture),
  ]) {
    const plan = await plansDe(db, lire)
    expect(plan.length).toBeGreaterThan(0)
    // A coffre holds a handful of strategies: their own list is read whole.
    expect(plan.filter((etape) => /^SCAN (?!strategie$)[a-z]/u.test(etape))).toEqual([])
  }
})
