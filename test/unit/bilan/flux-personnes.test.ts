import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compter } from '#shared/domaine/bilan/comptes.ts'
import { ajouterJours } from '#shared/utils/dates.ts'
import { desFaits } from './faits.ts'

const annees = [2010, 2011, 2012, 2013].map((a) => ({ du: `${a}-01-01`, au: `${a}-12-31` }))
const jour = fc.integer({ min: 0, max: 1400 }).map((n) => ajouterJours('2010-01-01', n))

type Suivi = { readonly actes: readonly string[]; readonly repereLe: string | null; readonly closLe: string | null }

/** Acts and closure in any order, or missing; opened by a repérage long before, or by the first act. */
const unSuivi: fc.Arbitrary<Suivi> = fc.record({
  actes: fc.array(jour, { minLength: 1, maxLength: 4 }),
  repereLe: fc.option(jour),
  closLe: fc.option(jour),
})

/** As it must be: nothing is noted in a suivi once it is closed. */
const enOrdre = (s: Suivi): Suivi => ({
  ...s,
  closLe: s.closLe === null ? null : (s.actes.concat(s.closLe).toSorted().at(-1) ?? null),
})

const lesFaits = (histoires: readonly (readonly Suivi[])[]) =>
  desFaits(
    histoires.flatMap((suivis, i) =>
      suivis.flatMap((s, j) =>
        s.actes.map((le) => ({ qui: `p${i}`, le, suivi: `s${i}-${j}`, role: 'accompagnee' as const })),
      ),
    ),
    {},
    Object.fromEntries(
      histoires.flatMap((suivis, i) =>
        suivis.map(({ repereLe, closLe }, j) => [
          `s${i}-${j}`,
          repereLe === null ? { closLe } : { ouvertLe: repereLe, closLe },
        ]),
      ),
    ),
  )

const parAnnee = (histoires: readonly (readonly Suivi[])[]) =>
  annees.map((periode) => new Map(compter(lesFaits(histoires), periode).personnes.map((p) => [p.id, p])))

/**
 * The rule of the field reference (§1.7) word for word, day by day: a person is out once every suivi that an act began is
 * closed; she is new when her first act ever, or the first one since she was last out before the period, falls in it.
 */
const estNouvelle = (suivis: readonly Suivi[], { du, au }: (typeof annees)[number]): boolean => {
  const debut = (s: Suivi): string => s.actes.toSorted()[0] ?? ''
  const dehors = (le: string): boolean =>
    suivis.every((s) => debut(s) > le || (s.closLe !== null && s.closLe <= le)) && suivis.some((s) => debut(s) <= le)
  const sorties = suivis.flatMap((s) => s.closLe ?? []).filter((le) => le < du && dehors(le))
  const derniere = sorties.toSorted().at(-1) ?? ''
  const premier = suivis
    .flatMap((s) => s.actes)
    .filter((a) => a > derniere)
    .toSorted()[0]
  return premier !== undefined && premier >= du && premier <= au
}

test('qui est nouveau l’est selon la règle écrite : premier acte, ou premier depuis sa dernière sortie, dans la période', () => {
  fc.assert(
    fc.property(fc.array(fc.array(unSuivi.map(enOrdre), { minLength: 1, maxLength: 3 }), { maxLength: 8 }), (h) => {
      const comptes = parAnnee(h)
      for (const [a, periode] of annees.entries())
        for (const [i, suivis] of h.entries()) {
          const elle = comptes[a]?.get(`p${i}`)
          const vue = suivis.some((s) => s.actes.some((le) => le >= periode.du && le <= periode.au))
          expect(elle === undefined ? null : !elle.poursuivie).toBe(vue ? estNouvelle(suivis, periode) : null)
        }
    }),
    { numRuns: 300 },
  )
})

test('les flux se suivent d’une année à l’autre : restante puis vue, donc poursuivie ; sortie puis vue, donc nouvelle', () => {
  const vues = { poursuivies: 0, revenues: 0 }
  fc.assert(
    fc.property(fc.array(fc.array(unSuivi, { minLength: 1, maxLength: 3 }), { maxLength: 8 }), (histoires) => {
      const comptes = parAnnee(histoires)
      for (const [a, apres] of comptes.entries())
        for (const [id, elle] of apres) {
          const avant = comptes[a - 1]?.get(id)
          if (avant === undefined) continue
          expect(elle.poursuivie).toBe(!avant.sortie)
          expect(elle.nouvelle).toBe(false)
          vues[elle.poursuivie ? 'poursuivies' : 'revenues'] += 1
        }
    }),
    { numRuns: 300 },
  )
  expect(Math.min(vues.poursuivies, vues.revenues)).toBeGreaterThan(20)
})

test('est sorti qui n’a plus de suivi ouvert, vu ou non dans la période', () => {
  fc.assert(
    fc.property(fc.array(fc.array(unSuivi, { minLength: 1, maxLength: 3 }), { maxLength: 8 }), (histoires) => {
      for (const [a, comptes] of parAnnee(histoires).entries()) {
        const au = annees[a]?.au ?? ''
        const ouverts = histoires.map((suivis) =>
          suivis.some((s) => s.actes.some((le) => le <= au) && (s.closLe === null || s.closLe > au)),
        )
        for (const [id, { sortie }] of comptes) expect(sortie).toBe(ouverts[Number(id.slice(1))] === false)
      }
    }),
    { numRuns: 200 },
  )
})
