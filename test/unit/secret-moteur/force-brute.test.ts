import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { savoirExterieur } from '#shared/domaine/secret/moteur/savoir.ts'
import { construireSysteme, type Systeme } from '#shared/domaine/secret/moteur/systeme.ts'
import type { Intervalle } from '#shared/domaine/secret/moteur/savoir.ts'
import { poserRecensement } from '#shared/domaine/secret/poser-recensement.ts'
import { trouver } from '../../fixtures/secret/problemes.ts'
import { codes, type QuestionCourte, unRecensement } from '../../fixtures/secret/recensements.ts'

const choix = { seuil: 5, mode: 'masquage', budget: 0 } as const

/** The main answer is one of the several, and the missing one is given alone: the shape of the report of the ISC. */
const questions: readonly QuestionCourte[] = [
  { id: 'sexe', feuilles: codes('s', 2) },
  { id: 'roles', feuilles: ['r0', 'r1', 'nr'], multiple: true, sansReponse: 'nr' },
  { id: 'role', feuilles: ['r0', 'r1', 'nr'], sansReponse: 'nr', parmi: 'roles' },
]
const tableaux = [['sexe'], ['roles'], ['role'], ['role', 'sexe']]

/** Everything that somebody may answer. */
const profils = ['s0', 's1'].flatMap((sexe) =>
  [['r0'], ['r1'], ['r0', 'r1'], ['nr']].flatMap((roles) => roles.map((role) => ({ sexe, roles, role }))),
)

const construire = (unites: readonly (typeof profils)[number][]): Systeme =>
  construireSysteme(
    poserRecensement(
      unRecensement(
        questions,
        tableaux,
        unites.map((reponses, i) => ({ id: `${i}`, reponses })),
      ),
      [],
      choix,
    ).tache.univers,
  )

/** How many times each cell counts each profile. */
const { profils: touches, cellules } = construire(profils)
const comptes = touches.map((touchees) => {
  const fois = new Map(touchees)
  return cellules.map((c) => c.reduce((n, v) => n + (fois.get(v) ?? 0), 0))
})

/** All populations of as many persons that print the same: what they hold in each cell. */
const populations = (nombre: number, publiees: ReadonlyMap<number, number>): readonly (readonly number[])[] => {
  const trouvees: (readonly number[])[] = []
  const ajouter = (profil: number, restants: number, sommes: readonly number[]): void => {
    if ([...publiees].some(([c, v]) => (sommes[c] ?? 0) > v)) return
    if (restants === 0) {
      if ([...publiees].every(([c, v]) => sommes[c] === v)) trouvees.push(sommes)
      return
    }
    for (let p = profil; p < comptes.length; p += 1)
      ajouter(
        p,
        restants - 1,
        sommes.map((s, c) => s + (comptes[p]?.[c] ?? 0)),
      )
  }
  ajouter(
    0,
    nombre,
    cellules.map(() => 0),
  )
  return trouvees
}

test('trouve exactement ce que trouverait qui essaierait toutes les populations possibles', () => {
  const cas = fc.record({
    personnes: fc.array(fc.nat({ max: profils.length - 1 }), { minLength: 1, maxLength: 5 }),
    masque: fc.array(fc.boolean(), { minLength: cellules.length, maxLength: cellules.length }),
  })
  let larges = 0
  fc.assert(
    fc.property(cas, ({ personnes, masque }) => {
      const systeme = construire(personnes.flatMap((p) => profils[p] ?? []))
      expect(systeme.cellules).toEqual(cellules)
      const masquees = new Set(
        systeme.valeurs.flatMap((_, c) => (masque[c] === true && !systeme.totaux.has(c) ? [c] : [])),
      )
      const publiees = new Map(systeme.valeurs.flatMap((v, c) => (masquees.has(c) ? [] : [[c, v] as const])))
      const essayees = populations(personnes.length, publiees)
      const parEssais = new Map(
        [...masquees].map((c): [number, Intervalle] => {
          const valeurs = essayees.map((sommes) => sommes[c] ?? 0)
          return [c, [Math.min(...valeurs), Math.max(...valeurs)]]
        }),
      )
      larges += [...parEssais.values()].filter(([bas, haut]) => bas < haut).length
      expect(trouver(systeme, savoirExterieur(systeme.valeurs, masquees), masquees)).toEqual(parEssais)
    }),
    { numRuns: 150, seed: 7 },
  )
  expect(larges).toBeGreaterThan(200)
})
