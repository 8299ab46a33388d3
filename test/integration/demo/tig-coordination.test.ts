import { expect, test } from 'vitest'
import { ecrireCoordination } from '#db/queries/demonstration-coordination.ts'
import { ecrireTig } from '#db/queries/demonstration-tig.ts'
import { inTransaction } from '#db/transaction.ts'
import { genererCoordination } from '#shared/domaine/demo/coordination/generer.ts'
import { genererTig } from '#shared/domaine/demo/tig/generer.ts'
import { estTenue } from '#shared/domaine/instances/reunion.ts'
import { codesAlerte } from '#shared/domaine/tig/alertes.ts'
import { etatsAccueil } from '#shared/domaine/tig/accueil.ts'
import { unService, valeur } from '../../fixtures/service.ts'

const jour = '2026-11-22'
const annee = 2025

test('la démonstration de l’hôte montre chaque état, des alertes et des incidents', async () => {
  const { api, db, horloge } = await unService(jour)
  const demo = genererTig(jour)
  expect([demo.postes.length, demo.accueils.length]).toEqual([9, 40])
  await inTransaction(db(), (trx) => ecrireTig(trx, demo, annee, horloge.instant))
  await valeur(api.reglages.changerDispositif({ dispositif: 'tig' }))
  const lignes = await valeur(api.tig.lister({ jour, etat: 'tous', posteId: null, texte: '' }))
  expect(new Set(lignes.map((l) => l.etat))).toEqual(new Set(etatsAccueil))
  const alertes = new Set(lignes.flatMap((l) => l.alertes.map((a) => a.code)))
  expect(codesAlerte.filter((code) => alertes.has(code)).length).toBeGreaterThanOrEqual(4)
  expect(demo.accueils.flatMap((a) => a.incidents).length).toBeGreaterThanOrEqual(5)
  const ecrits = await db().selectFrom('journee').select('id').execute()
  expect(ecrits).toHaveLength(demo.accueils.flatMap((a) => a.journees).length)
})

test('celle du coordinateur remplit la stratégie, les instances et la carte', async () => {
  const { api, db, horloge } = await unService(jour)
  const demo = genererCoordination(jour)
  await inTransaction(db(), (trx) => ecrireCoordination(trx, demo, annee, horloge.instant))
  await valeur(api.reglages.changerDispositif({ dispositif: 'coordination' }))
  const [strategie] = await valeur(api.strategie.lister(undefined))
  const { fiches } = await valeur(api.strategie.resumer({ id: strategie?.id ?? '', annee }))
  expect(fiches).toHaveLength(13)
  expect(fiches.filter((f) => f.part !== null).length).toBeGreaterThanOrEqual(5)
  expect(demo.instances).toHaveLength(6)
  const tenues = demo.reunions.filter((r) => estTenue(r, jour))
  const pleniere = demo.instances.find((i) => i.genre === 'pleniere')
  expect(tenues.find((r) => r.instanceId === pleniere?.id)?.decisions.length).toBeGreaterThan(0)
  expect(demo.signalements).toHaveLength(120)
  expect(demo.secteurs.flatMap((s) => s.carreaux).length).toBe(
    (await db().selectFrom('carreau').select('rang').execute()).length,
  )
})

test.each(['2024-02-29', '2026-01-01', '2030-12-31'])(
  'elles s’écrivent aussi le %s, et sont alors les mêmes',
  async (autre) => {
    const { db, horloge } = await unService(autre)
    const an = Number(autre.slice(0, 4)) - 1
    await inTransaction(db(), async (trx) => {
      await ecrireTig(trx, genererTig(autre), an, horloge.instant)
      await ecrireCoordination(trx, genererCoordination(autre), an, horloge.instant)
    })
    expect(genererTig(autre)).toEqual(genererTig(autre))
    expect(genererCoordination(autre)).toEqual(genererCoordination(autre))
  },
)
