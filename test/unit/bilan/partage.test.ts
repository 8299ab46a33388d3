import { array, assert, constantFrom, dictionary, double, integer, letrec, oneof, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { poserRecensement } from '#shared/domaine/secret/poser-recensement.ts'
import { enJson } from '#shared/utils/json.ts'
import { creerPartage } from '#shared/utils/partage.ts'
import { unRecensementAuHasard } from '../../fixtures/secret/recensements.ts'

test('écrit par morceaux ce que JSON.stringify écrit d’un seul tenant', () => {
  const valeur = letrec((lien) => ({
    tout: oneof(
      { depthSize: 'large' },
      string({ unit: 'binary' }),
      double(),
      constantFrom(null, true, undefined),
      array(lien('tout'), { maxLength: 5 }),
      dictionary(string(), lien('tout'), { maxKeys: 4 }),
      integer({ min: 0, max: 5000 }).map((n) => Array.from({ length: n }, (_, i) => ({ rang: i }))),
    ),
  })).tout
  assert(
    property(valeur, (v) => {
      expect([...enJson(v)].join('')).toBe(JSON.stringify(v ?? null))
    }),
  )
})

test('ne fait d’une longue liste que de petits morceaux', () => {
  const liste = Array.from({ length: 100_000 }, (_, i) => ({ id: `unité ${i}` }))
  const morceaux = [...enJson({ periode: { recensements: [{ unites: liste }] } })]
  expect(morceaux.join('')).toBe(JSON.stringify({ periode: { recensements: [{ unites: liste }] } }))
  expect(Math.max(...morceaux.map((m) => m.length))).toBeLessThan(50_000)
})

test('donne une même liste pour celles qui disent la même chose, et jamais pour deux autres', () => {
  const partager = creerPartage<string>()
  const listes = [['a'], ['a', 'b'], ['ab'], [], ['a,b'], ['b', 'a']]
  const [premieres, secondes] = [listes.map(partager), listes.map((l) => partager([...l]))]
  expect(secondes.every((l, i) => l === premieres[i])).toBe(true)
  expect(new Set(premieres).size).toBe(listes.length)
  expect(premieres).toEqual(listes)
})

test('compte par sortes, sans en oublier une, les personnes derrière des unités qui se ressemblent', () => {
  for (let graine = 1; graine <= 30; graine += 1) {
    const recensement = unRecensementAuHasard(graine, { unites: 60, personnes: 25 })
    const { univers } = poserRecensement(recensement, [], { seuil: 5, mode: 'masquage', budget: 0 }).tache
    const personnes = new Map<string, number>()
    for (const p of recensement.unites.flatMap((u) => u.personnes)) personnes.set(p, (personnes.get(p) ?? 0) + 1)
    const { sortes = [], profils } = univers
    const portees = sortes.map((_, sorte) =>
      profils.reduce((n, { parts = [] }) => n + (parts.find(([s]) => s === sorte)?.[1] ?? 0), 0),
    )
    expect(profils.reduce((n, p) => n + p.effectif, 0)).toBe(recensement.unites.length)
    expect(sortes.reduce((n, effectif) => n + effectif, 0)).toBe(personnes.size)
    expect(sortes.length).toBeLessThanOrEqual(personnes.size)
    const vraies = [...personnes.values()].toSorted((a, b) => a - b)
    expect(sortes.flatMap((n, s) => Array<number>(n).fill(portees[s] ?? 0)).toSorted((a, b) => a - b)).toEqual(vraies)
  }
})
