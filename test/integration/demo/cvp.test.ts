import { expect, test } from 'vitest'
import { ecrireCvp } from '#db/queries/demonstration-cvp.ts'
import { lireNomenclature } from '#db/queries/nomenclature.ts'
import { lireFaits } from '#db/queries/parcours/lire-faits.ts'
import { inTransaction } from '#db/transaction.ts'
import { genererCvp } from '#shared/domaine/demo/cvp/generer.ts'
import { avancementDe } from '#shared/domaine/parcours/avancement.ts'
import { delaisSortie, risquesSortie } from '#shared/domaine/parcours/sorties.ts'
import { unService, valeur } from '../../fixtures/service.ts'

const jour = '2026-11-22'

test('la démonstration du correspondant ville-prison remplit chaque colonne, chaque risque, chaque étape', async () => {
  const { api, db, horloge } = await unService(jour)
  const demo = genererCvp(jour, [])
  expect(demo.suivis).toHaveLength(120)
  await inTransaction(db(), (trx) => ecrireCvp(trx, demo, 2025, horloge.instant))
  expect(await valeur(api.reglages.lire())).toMatchObject({ dispositifs: ['isc', 'cvp'], dispositif: 'isc' })
  await valeur(api.reglages.changerDispositif({ dispositif: 'cvp' }))

  const sorties = await valeur(api.parcours.sorties({ jour }))
  expect(new Set(sorties.map((s) => s.delai))).toEqual(new Set(delaisSortie))
  expect(new Set(sorties.map((s) => s.risque))).toEqual(new Set(risquesSortie))
  expect(sorties.length).toBeGreaterThanOrEqual(25)

  const legales = await valeur(api.parcours.echeancesLegales({ jour, jusquau: '2026-12-22' }))
  expect(new Set(legales.map((e) => e.code)).size).toBeGreaterThanOrEqual(3)

  const faits = await lireFaits(
    db(),
    await lireNomenclature(db(), 'cvp'),
    demo.suivis.map((s) => s.suiviId),
  )
  expect(faits).toHaveLength(120)
  const etapes = faits.flatMap((f) => avancementDe(f, jour).flatMap((e) => (e.atteinte ? [e.etape] : [])))
  expect(new Set(etapes).size).toBe(10)
})

test.each(['2024-02-29', '2026-01-01', '2030-12-31'])('elle s’écrit aussi le %s', async (autre) => {
  const { db, horloge } = await unService(autre)
  await inTransaction(db(), (trx) => ecrireCvp(trx, genererCvp(autre, []), 2023, horloge.instant))
  expect(genererCvp(autre, [])).toEqual(genererCvp(autre, []))
})
