import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { TOTAL } from '#shared/domaine/bilan/tableau.ts'
import { ErreurExposition } from '#shared/domaine/secret/juger.ts'
import { publier } from '../../fixtures/secret/publications.ts'
import { codes, unRecensement } from '../../fixtures/secret/recensements.ts'

const questions = [
  { id: 'sexe', feuilles: codes('s', 2) },
  { id: 'age', feuilles: codes('a', 3) },
]
const profils = codes('s', 2).flatMap((sexe) => codes('a', 3).map((age) => ({ sexe, age })))

/** Every way to share out so many persons among the profiles. */
const repartitions = (personnes: number, places: number): readonly (readonly number[])[] =>
  places === 1
    ? [[personnes]]
    : Array.from({ length: personnes + 1 }, (_, ici) => ici).flatMap((ici) =>
        repartitions(personnes - ici, places - 1).map((suite) => [ici].concat(suite)),
      )

const compter = (effectifs: readonly number[], lignes: readonly string[], dimensions: readonly string[]): number =>
  effectifs.reduce((n, effectif, i) => {
    const profil: Readonly<Record<string, string>> = profils[i] ?? {}
    return dimensions.every((d, rang) => lignes[rang] === TOTAL || lignes[rang] === profil[d]) ? n + effectif : n
  }, 0)

test('qui essaierait toutes les populations ne trouve aucune petite case, même en étant du fichier', () => {
  let petites = 0
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 6, maxLength: 6 }), (effectifs) => {
      const personnes = effectifs.reduce((a, b) => a + b, 0)
      fc.pre(personnes >= 8 && personnes <= 16)
      const unites = effectifs.flatMap((n, i) =>
        Array.from({ length: n }, (_, k) => ({ id: `${i}-${k}`, reponses: profils[i] ?? {} })),
      )
      const edition = tenter(() => publier(unRecensement(questions, [['sexe'], ['age'], ['sexe', 'age']], unites)))
      fc.pre(edition !== undefined)
      const cases = (edition?.imprimes ?? []).map(({ tableau, codes: lignes, valeur }) => {
        const dimensions = tableau.split('_x_')
        return { valeur, lignes, dimensions, vraie: compter(effectifs, lignes, dimensions) }
      })
      const possibles = repartitions(personnes, 6).filter((essai) =>
        cases.every((c) => c.valeur === null || c.valeur === compter(essai, c.lignes, c.dimensions)),
      )
      const cachees = cases.filter((c) => c.valeur === null && c.vraie > 0 && c.vraie < 5)
      petites += cachees.length
      const presents = effectifs.flatMap((n, profil) => (n > 0 ? [profil] : []))
      for (const { lignes, dimensions } of cachees) {
        const vues = possibles.map((essai) => compter(essai, lignes, dimensions))
        expect([Math.min(...vues) <= 1, Math.max(...vues) >= 5]).toEqual([true, true])
        for (const profil of presents) {
          const siennes = vues.filter((_, i) => (possibles[i]?.[profil] ?? 0) >= 1)
          expect(new Set(siennes).size).toBeGreaterThan(1)
        }
      }
    }),
    { numRuns: 25, seed: 4 },
  )
  expect(petites).toBeGreaterThan(50)
})

const tenter = <T>(faire: () => T): T | undefined => {
  try {
    return faire()
  } catch (error) {
    if (error instanceof ErreurExposition) return undefined
    throw error
  }
}
