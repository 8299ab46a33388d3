import { afterAll, expect, test } from 'vitest'
import { bombes } from '../integration/epreuves/bombes.ts'
import type { Mesure } from '../integration/epreuves/eprouver.ts'
import { codesJustes } from '../integration/epreuves/fichiers-justes.ts'
import { eprouverBombes, eprouverImport, eprouverListes, eprouverModeles } from '../integration/epreuves/importer.ts'
import { combien, GRAINE, unCarnet } from './entrees.ts'

const { noter, ecrire } = unCarnet('Entrées hostiles : fichiers')
afterAll(ecrire)
const mesure = (nombre: number): Mesure => ({ nombre: combien(nombre), graine: GRAINE, secondes: 240 })
const rien = { ecrits: 0, incidents: 0 }

test.each(codesJustes.flatMap((d) => (['csv', 'xlsx', 'ods'] as const).map((f) => [d, f] as const)))(
  'tableur de « %s » en %s',
  async (dispositif, format) => {
    const constat = await eprouverImport(dispositif, format, mesure(500))
    expect(constat).toMatchObject(rien)
    noter(`tableurs en ${format.toUpperCase()}`, constat)
  },
)

test.each([
  ['modèles de lettre (DOCX)', eprouverModeles, 1000],
  ['listes (CSV)', eprouverListes, 3000],
] as const)('%s', async (quoi, eprouver, nombre) => {
  const constat = await eprouver(mesure(nombre))
  expect(constat).toMatchObject(rien)
  noter(quoi, constat)
})

test('ce qui est fait pour remplir la mémoire', async () => {
  const constat = await eprouverBombes(bombes)
  expect(constat).toMatchObject({ ...rien, refus: Object.keys(bombes).length })
  noter('fichiers faits pour remplir la mémoire', constat)
})
