import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { borner } from '#shared/domaine/secret/intervalles.ts'
import { estCouverte, estSensible, masquerParSeuil } from '#shared/domaine/secret/seuil.ts'
import { construireSysteme, type Ligne, type Systeme } from '#shared/domaine/secret/systeme.ts'
import { retrouver } from './elimination.ts'
import { individus, seuil, uneRelease } from './publication.ts'
import { unSysteme } from './un-systeme.ts'

const valeurDe = (systeme: Systeme, cle: string): number => systeme.cellules.get(cle)?.valeur ?? Number.NaN
const publiees = (systeme: Systeme, masquees: ReadonlySet<string>) =>
  [...systeme.cellules.values()].filter((c) => c.imprimee && !masquees.has(c.cle))

test('additionne juste : chaque somme du système est nulle', () => {
  fc.assert(
    fc.property(individus, (gens) => {
      const systeme = construireSysteme(uneRelease(gens))
      expect(systeme.lignes.length).toBeGreaterThan(20)
      for (const ligne of systeme.lignes)
        expect(ligne.reduce((n, t) => n + t.signe * valeurDe(systeme, t.cle), 0)).toBe(0)
    }),
  )
})

test('ne publie aucun nombre sous le seuil, ni aucun que moins de personnes que lui expliquent', () => {
  fc.assert(
    fc.property(individus, seuil, (gens, t) => {
      const systeme = construireSysteme(uneRelease(gens))
      for (const { valeur, personnes } of publiees(systeme, masquerParSeuil(systeme, t)))
        expect(valeur === 0 || (valeur >= t && personnes.size >= t)).toBe(true)
    }),
  )
})

test('ne laisse aucune case masquée se recalculer par une somme', () => {
  fc.assert(
    fc.property(individus, seuil, (gens, t) => {
      const systeme = construireSysteme(uneRelease(gens))
      const masquees = masquerParSeuil(systeme, t)
      const secrete = (cle: string) =>
        masquees.has(cle) && (systeme.cellules.get(cle)?.imprimee === true || estSensibleEn(systeme, cle, t))
      const seules = systeme.lignes.filter((ligne: Ligne) => {
        const cachees = ligne.filter((terme) => masquees.has(terme.cle))
        return cachees.length === 1 && cachees.some((terme) => secrete(terme.cle))
      })
      expect(seules).toEqual([])
    }),
  )
})

const estSensibleEn = (systeme: Systeme, cle: string, t: number): boolean => {
  const cellule = systeme.cellules.get(cle)
  return cellule !== undefined && estSensible(cellule, t)
}

test('laisse chaque petite case indiscernable d’une case publiable pour qui encadre les sommes', () => {
  fc.assert(
    fc.property(individus, seuil, (gens, t) => {
      const systeme = construireSysteme(uneRelease(gens))
      const bornes = borner(systeme, masquerParSeuil(systeme, t))
      for (const cellule of systeme.cellules.values()) {
        const intervalle = bornes.get(cellule.cle)
        if (!estSensible(cellule, t)) continue
        expect(intervalle !== undefined && estCouverte(cellule, intervalle, t)).toBe(true)
      }
    }),
  )
})

test('encadre toujours la vraie valeur', () => {
  fc.assert(
    fc.property(individus, seuil, (gens, t) => {
      const systeme = construireSysteme(uneRelease(gens))
      for (const [cle, [min, max]] of borner(systeme, masquerParSeuil(systeme, t))) {
        const valeur = valeurDe(systeme, cle)
        expect(min <= valeur && valeur <= max).toBe(true)
      }
    }),
  )
})

test('choisit les mêmes cases quel que soit l’ordre des personnes, et à chaque fois', () => {
  const permutee = individus.chain((gens) =>
    fc.tuple(fc.constant(gens), fc.shuffledSubarray(gens, { minLength: gens.length })),
  )
  fc.assert(
    fc.property(permutee, seuil, ([gens, melanges], t) => {
      const masquer = (liste: typeof gens) => [...masquerParSeuil(construireSysteme(uneRelease(liste)), t)].toSorted()
      const masquees = masquer(gens)
      expect(masquer(melanges)).toEqual(masquees)
      expect(masquer(gens)).toEqual(masquees)
    }),
  )
})

/** Not a promise of this module, which certifies nothing: a measure, on a fixed draw, of what it is worth. */
test('résiste à qui combine toutes les sommes, sur un tirage fixé', () => {
  const exposees = fc.sample(individus, { numRuns: 100, seed: 2012 }).map((gens) => {
    const systeme = construireSysteme(uneRelease(gens))
    return retrouver(systeme, masquerParSeuil(systeme, 5)).filter((cle) => estSensibleEn(systeme, cle, 5))
  })
  expect(exposees.flat()).toEqual([])
})

test('se laisse attaquer quand rien n’est masqué en plus des petites cases', () => {
  const exposees = fc.sample(individus, { numRuns: 100, seed: 2012 }).map((gens) => {
    const systeme = construireSysteme(uneRelease(gens))
    const petites = [...systeme.cellules.values()].filter((c) => estSensible(c, 5) || c.deduite).map((c) => c.cle)
    return retrouver(systeme, new Set(petites)).filter((cle) => estSensibleEn(systeme, cle, 5))
  })
  expect(exposees.flat().length).toBeGreaterThan(50)
})

test('masque encore quand des sommes permises une à une encadrent une petite case de trop près', () => {
  // 8 = a + b and 5 = b + d: b is at most 5, so a is at least 3, though each sum hides two cells.
  const systeme = unSysteme({ T1: 8, T2: 5, T3: 7, a: 3, b: 5, d: 0, e: 7 }, ['T1 a b', 'T2 b d', 'T3 d e'])
  const masquees = masquerParSeuil(systeme, 5)
  const intervalle = borner(systeme, new Set(['a', 'b', 'd', 'e'])).get('a')
  expect(intervalle).toEqual([3, 8])
  expect(estCouverte({ valeur: 3 }, borner(systeme, masquees).get('a') ?? [3, 3], 5)).toBe(true)
})
