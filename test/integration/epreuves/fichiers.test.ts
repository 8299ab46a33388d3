import { describe, expect, test } from 'vitest'
import { bombes, enormes } from './bombes.ts'
import { eprouverCoffre, eprouverSauvegardes } from './coffres.ts'
import { codesJustes } from './fichiers-justes.ts'
import { eprouverBombes, eprouverCles, eprouverImport, eprouverListes, eprouverModeles } from './importer.ts'
import { eprouverLots } from './lots.ts'

// A few thousand; `npm run campagne` tries a hundred thousand. JALON_GRAINE: which ones.
const graine = Number(process.env['JALON_GRAINE'] ?? 20_261_122)

describe('un fichier abîmé : un code ou une réponse juste, et rien d’écrit après un refus', () => {
  test.each(codesJustes.flatMap((d) => (['csv', 'xlsx', 'ods'] as const).map((format) => [d, format] as const)))(
    'tableur de « %s » en %s',
    async (dispositif, format) => {
      const { acceptes, refus } = await eprouverImport(dispositif, format, { nombre: 80, graine })
      expect(acceptes).toBeGreaterThan(0)
      expect(refus).toBeGreaterThan(0)
    },
  )
  test.each([
    ['modèle de lettre', eprouverModeles, 120],
    ['liste', eprouverListes, 250],
    ['clé d’un coordinateur', eprouverCles, 300],
    ['lot', eprouverLots, 200],
    ['coffre', eprouverCoffre, 100],
    ['sauvegarde', eprouverSauvegardes, 60],
  ] as const)('%s', async (_, eprouver, nombre) => {
    const { acceptes, refus } = await eprouver({ nombre, graine })
    expect(acceptes).toBeGreaterThan(0)
    expect(refus).toBeGreaterThan(0)
  })
})

test('un fichier fait pour remplir la mémoire est refusé avant', async () => {
  const rapides = Object.entries(bombes).filter(([nom]) => !enormes.has(nom))
  expect((await eprouverBombes(Object.fromEntries(rapides))).refus).toBe(rapides.length)
})
