import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { controler, masquerVite, proteger } from '#shared/domaine/secret/moteur/proteger.ts'
import { coutDe, demandesDe, type Probleme, type Regle } from '#shared/domaine/secret/moteur/regle.ts'
import { savoirEtiquete, savoirExterieur } from '#shared/domaine/secret/moteur/savoir.ts'
import { poserProbleme } from '#shared/domaine/secret/moteur/regle.ts'
import { compterPourPrudent } from '#shared/domaine/secret/moteur/audit.ts'
import {
  dans,
  exactes,
  grille,
  lire,
  petitesProuvees,
  probleme,
  rangs,
  solveur,
  trouver,
} from '../../fixtures/secret/problemes.ts'

const cas: readonly (readonly [id: string, regle: Partial<Regle>, optimum: number, zerosPrimaires?: boolean])[] = [
  ['fischetti-salazar-3x3', { exigence: 'exact' }, 37],
  ['sdctable-4x4-two-per-line-not-enough', { exigence: 'exact' }, 31],
  ['usersupport-135-singletons', { exigence: 'intervalle' }, 0],
  ['ssb-example1-2014', { seuil: 3, exigence: 'exact' }, 22, true],
  ['ssb-example1-2014', { seuil: 4, exigence: 'exact' }, 20],
  ['ssb-example1-2014', { seuil: 4, exigence: 'intervalle' }, 20],
  ['ssb-example1-intervals', { exigence: 'exact' }, 21],
  ['ssb-example1-intervals', { seuil: 5 }, 55],
  ['ssb-z1', { seuil: 4, exigence: 'exact' }, 29],
  ['ssb-z1', { seuil: 4 }, 29],
  ['ssb-z1', { seuil: 5 }, 35],
  ['synthetic-T1-323', {}, 0],
  ['synthetic-T1-1000', {}, 12],
  ['synthetic-T2light-323', { exigence: 'exact' }, 150],
  ['synthetic-T2light-323', {}, 171],
  ['synthetic-T2-323', { exigence: 'exact' }, 155],
  ['synthetic-T2-323', {}, 176],
  ['synthetic-pub-age-pb-323', { exigence: 'exact' }, 180],
  ['synthetic-pub-age-pb-323', {}, 259],
]

for (const [id, regle, optimum, zeros = false] of cas)
  test(`${id} ${JSON.stringify(regle)} : l’optimum est ${optimum}, démontré, l’heuristique à 7 % au plus`, () => {
    const pose = probleme(lire(id), regle, zeros)
    const { cout, borneInferieure, optimal, audit } = proteger(solveur, pose, dans(30))
    expect({ cout, borneInferieure, optimal }).toEqual({ cout: optimum, borneInferieure: optimum, optimal: true })
    expect(audit.exposees).toEqual([])
    const vite = masquerVite(solveur, pose, demandesDe(pose))
    expect(coutDe(pose, vite.secondaires)).toBeLessThanOrEqual(optimum * 1.07)
    expect(controler(solveur, pose, tout(pose, vite.secondaires)).exposees).toEqual([])
  })

test.each([
  ['synthetic-T2light-323', 'intervalle', 96],
  ['synthetic-T2-323', 'intervalle', 142],
  ['synthetic-T2-323', 'exact', 106],
] as const)('%s à 1 000 personnes, exigence %s : l’optimum est %i', (id, exigence, optimum) => {
  const pose = probleme(lire(id, { counts: { same_as: 'synthetic-T1-1000' } }), { exigence })
  expect(proteger(solveur, pose, dans(30))).toMatchObject({ cout: optimum, optimal: true, audit: { exposees: [] } })
})

test('retrouve l’intervalle de Fischetti et Salazar', () => {
  const table = lire('fischetti-salazar-3x3')
  const { audit } = proteger(solveur, probleme(table, { exigence: 'exact' }), dans(10))
  expect(audit.intervalles.get([...rangs(table, ['II | C'])][0] ?? -1)).toEqual([5, 30])
})

test('protège T2light de ceux qui savent, et dit ce qu’une étiquette ou un zéro toujours montré trahirait', () => {
  const table = lire('synthetic-T2light-323')
  const pose = probleme(table)
  const { secondaires, primaires, audit } = proteger(solveur, pose, dans(30))
  const { valeurs } = table.systeme
  const masquees = tout(pose, secondaires)
  expect([secondaires.size, audit.inities.length]).toEqual([14, 0])
  const etiquetees = trouver(table.systeme, savoirEtiquete(valeurs, masquees, primaires, 5), primaires)
  expect(petitesProuvees(etiquetees)).toHaveLength(31)
  expect(petitesProuvees(trouver(table.systeme, savoirExterieur(valeurs, masquees), primaires))).toEqual([])
  const connues = new Map([...primaires].map((c) => [c, valeurs[c] ?? 0]))
  expect(
    compterPourPrudent(solveur, { structure: table.systeme, primaires: connues }, valeurs, masquees, pose.regle),
  ).toBe(20)
})

test('refuse le même masquage dès qu’une case masquée est montrée', () => {
  for (const exigence of ['intervalle', 'exact'] as const) {
    const pose = probleme(lire('synthetic-T2light-323'), { exigence })
    const { secondaires, primaires } = proteger(solveur, pose, dans(30))
    for (const montree of [...secondaires, ...[...primaires].slice(0, 5)]) {
      const masquees = new Set([...tout(pose, secondaires)].filter((c) => c !== montree))
      expect(controler(solveur, pose, masquees).exposees).not.toEqual([])
    }
  }
})

test('masque, au seuil de 11, les parts mesurées', () => {
  const mille = { counts: { same_as: 'synthetic-T1-1000' } }
  const mesures = [
    ['synthetic-T1-323', {}, 24],
    ['synthetic-T2light-323', {}, 55.6],
    ['synthetic-T2-323', {}, 57.6],
    ['synthetic-T1-1000', {}, 8],
    ['synthetic-T2light-323', mille, 28.6],
    ['synthetic-T2-323', mille, 37.1],
  ] as const
  for (const [id, changements, part] of mesures) {
    const pose = probleme(lire(id, changements), { seuil: 11 })
    const { secondaires, optimal } = proteger(solveur, pose, dans(30))
    expect(optimal).toBe(true)
    const total = pose.systeme.valeurs.length
    expect(Math.abs(tout(pose, secondaires).size - (part * total) / 100)).toBeLessThanOrEqual(1.1)
  }
})

test('égale la force brute sur 40 tableaux de trois sur trois', () => {
  let lourds = 0
  const table = fc.array(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 25 })), {
    minLength: 9,
    maxLength: 9,
  })
  fc.assert(
    fc.property(table, fc.constantFrom('exact', 'intervalle'), (valeurs, exigence) => {
      const pose = probleme(grille([valeurs.slice(0, 3), valeurs.slice(3, 6), valeurs.slice(6)]), {
        exigence,
        inities: 'signales',
      })
      fc.pre(pose.primaires.size > 0 && pose.figees.size > 0)
      const trouve = proteger(solveur, pose, dans(30))
      const attendu = forceBrute(pose)
      lourds += trouve.secondaires.size > 0 ? 1 : 0
      expect(trouve.audit.exposees.length > 0 ? undefined : trouve.cout).toBe(attendu)
      expect(trouve.optimal).toBe(attendu !== undefined)
    }),
    { numRuns: 40, seed: 3 },
  )
  expect(lourds).toBeGreaterThan(10)
})

test('protège deux fois de la même façon, et ne change rien à ce qui est déjà masqué', () => {
  const { systeme } = lire('synthetic-T2light-323')
  const regle: Regle = { seuil: 5, exigence: 'intervalle', zeros: 'masquables', inities: 'proteges' }
  const premier = proteger(solveur, poserProbleme(systeme, regle), dans(30))
  const second = proteger(solveur, poserProbleme(systeme, regle), dans(30))
  expect(second).toEqual(premier)
  const suivant = proteger(solveur, poserProbleme(systeme, regle, { dejaMasquees: premier.secondaires }), dans(30))
  expect([suivant.cout, suivant.optimal]).toEqual([0, true])
  for (const cellule of suivant.secondaires) expect(premier.secondaires.has(cellule)).toBe(true)
})

test('ne masque pas ce qui est déjà publié, et dit ce qui ne peut plus être protégé', () => {
  const table = grille([
    [2, 8, 9],
    [7, 6, 12],
    [9, 11, 10],
  ])
  const regle: Regle = { seuil: 5, exigence: 'intervalle', zeros: 'masquables', inities: 'proteges' }
  const libre = proteger(solveur, poserProbleme(table.systeme, regle), dans(10))
  const dejaPubliees = new Set([...libre.secondaires].slice(0, 1))
  const gene = proteger(solveur, poserProbleme(table.systeme, regle, { dejaPubliees }), dans(10))
  expect(gene.audit.exposees).toEqual([])
  expect([...dejaPubliees].some((c) => gene.secondaires.has(c))).toBe(false)
  expect(gene.cout).toBeGreaterThanOrEqual(libre.cout)
  const seule = rangs(table, ['l0 | c0'])
  const toutesPubliees = new Set([...table.systeme.valeurs.keys()].filter((c) => !seule.has(c)))
  const perdu = proteger(solveur, poserProbleme(table.systeme, regle, { dejaPubliees: toutesPubliees }), dans(10))
  expect([perdu.audit.exposees, perdu.optimal]).toEqual([[...seule], false])
})

test('montre tous les zéros s’il le faut, et dit les cases que rien ne protège plus', () => {
  const table = lire('synthetic-T2light-323')
  const pose = probleme(table, { zeros: 'visibles' })
  const { secondaires, primaires, audit } = proteger(solveur, pose, dans(30))
  expect([...secondaires].filter((c) => table.systeme.valeurs[c] === 0)).toEqual([])
  const toutesSaufZeros = [...table.systeme.valeurs.keys()].filter((c) => !pose.figees.has(c))
  const auMieux = controler(solveur, pose, new Set(toutesSaufZeros))
  expect(audit.exposees).toEqual(auMieux.exposees)
  expect(audit.exposees.length).toBeLessThan(primaires.size / 4)
})

test('ne laisse ni case retrouvée ni case prouvée petite, dans des catalogues tirés au hasard', () => {
  const tirage = fc.record({
    tailles: fc.array(fc.integer({ min: 2, max: 4 }), { minLength: 2, maxLength: 3 }),
    graine: fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 9 })), {
      minLength: 64,
      maxLength: 64,
    }),
    paires: fc.boolean(),
  })
  fc.assert(
    fc.property(tirage, ({ tailles, graine, paires }) => {
      const noms = tailles.map((_, d) => `d${d}`)
      const dims = tailles.map((n, d) => ({ name: `d${d}`, leaves: Array.from({ length: n }, (_, i) => `${i}`) }))
      const counts = graine.slice(
        0,
        tailles.reduce((p, n) => p * n, 1),
      )
      const tables = paires ? noms.flatMap((a, i) => noms.slice(i + 1).map((b) => [a, b])) : noms.map((n) => [n])
      const table = lire('synthetic-T1-323', { id: 'hasard', dims, counts, tables })
      const pose = probleme(table)
      fc.pre(pose.figees.size > 0)
      const { secondaires, audit } = proteger(solveur, pose, dans(30))
      const masquees = tout(pose, secondaires)
      const trouves = trouver(table.systeme, savoirExterieur(table.systeme.valeurs, masquees), pose.primaires)
      const trahies = [...exactes(trouves), ...petitesProuvees(trouves)]
      expect(trahies.filter((c) => !audit.exposees.includes(c))).toEqual([])
    }),
    { numRuns: 40, seed: 11 },
  )
})

const tout = ({ primaires }: Probleme, secondaires: ReadonlySet<number>): ReadonlySet<number> =>
  new Set([...primaires, ...secondaires])

/** Every pattern of a small table, cheapest first, until one is safe. A line with one masked cell hides nothing in it. */
const forceBrute = (pose: Probleme): number | undefined => {
  const { systeme, primaires, figees } = pose
  const libres = systeme.valeurs.flatMap((_, c) => (primaires.has(c) || figees.has(c) ? [] : [c]))
  const motifs = Array.from({ length: 2 ** libres.length }, (_, bits) => libres.filter((_c, i) => (bits >> i) & 1))
  const utiles = motifs.filter((motif) => {
    const masquees = new Set([...primaires, ...motif])
    return systeme.additions.every(({ total, parties }) => {
      const cachees = [total, ...parties].filter((c) => masquees.has(c))
      return cachees.length !== 1 || !motif.includes(cachees[0] ?? -1)
    })
  })
  const parPrix = utiles.toSorted((a, b) => coutDe(pose, a) - coutDe(pose, b))
  const sur = parPrix.find((motif) => controler(solveur, pose, tout(pose, new Set(motif))).exposees.length === 0)
  return sur === undefined ? undefined : coutDe(pose, sur)
}
