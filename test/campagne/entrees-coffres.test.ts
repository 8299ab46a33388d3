import { afterAll, expect, test } from 'vitest'
import { eprouverCoffre, eprouverSauvegardes } from '../integration/epreuves/coffres.ts'
import { eprouverCles } from '../integration/epreuves/importer.ts'
import { eprouverLots } from '../integration/epreuves/lots.ts'
import { combien, GRAINE, unCarnet } from './entrees.ts'

const { noter, ecrire } = unCarnet('Entrées hostiles : coffres, sauvegardes et lots')
afterAll(ecrire)

test.each([
  ['clés de coordinateur', eprouverCles, 24_000],
  ['lots scellés', eprouverLots, 4000],
  ['coffre.json et jalon.db', eprouverCoffre, 1000],
  ['sauvegardes', eprouverSauvegardes, 500],
] as const)('%s', async (quoi, eprouver, nombre) => {
  const constat = await eprouver({ nombre: combien(nombre), graine: GRAINE, secondes: 240 })
  expect(constat).toMatchObject({ ecrits: 0, incidents: 0 })
  noter(quoi, constat)
})
