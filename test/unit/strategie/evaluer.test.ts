import { describe, expect, it } from 'vitest'
import {
  type AnneeLue,
  cacherPetits,
  evaluer,
  evolution,
  pourcentDe,
  totaliser,
} from '#shared/domaine/strategie/evaluer.ts'
import type { CaseSuivie, Indicateur } from '#shared/domaine/strategie/indicateur.ts'
import { periodesDe } from '#shared/domaine/strategie/periode-suivie.ts'
import type { Valeur } from '#shared/domaine/strategie/valeur.ts'

const n = (nombre: number): Valeur => ({ type: 'nombre', nombre })
const taux = (numerateur: number, denominateur: number): Valeur => ({ type: 'taux', numerateur, denominateur })
const pourcent = (p: number): Valeur => ({ type: 'pourcent', pourcent: p })

const annee = (an: number, realises: readonly (Valeur | null)[], cible: Valeur | null = null): AnneeLue => {
  const periodicite = realises.length === 4 ? 'trimestre' : realises.length === 2 ? 'semestre' : 'annee'
  const periodes = periodesDe(an, periodicite).map((periode, i): CaseSuivie => {
    const realise = realises[i] ?? null
    return {
      periode,
      cible: null,
      cibleCalculee: false,
      realise,
      noteLe: realise === null ? null : `${an}-12-31T10:00:00Z`,
      masque: false,
    }
  })
  return { periodes, ...totaliser(String(an), periodes, cible) }
}
const indicateur = (champs: Partial<Indicateur> = {}): Indicateur => ({
  id: 'a',
  ficheId: 'f',
  libelle: 'Interventions',
  type: 'nombre',
  unite: '',
  periodicite: 'semestre',
  sens: 'hausse',
  liaison: null,
  ...champs,
})

const jalon = (le: string | null): Valeur => ({ type: 'jalon', atteint: true, le })
const jalonAtteint = (realise: Valeur | null, cible: Valeur) =>
  evaluer(indicateur({ type: 'jalon' }), annee(2014, [realise], cible), annee(2013, [null])).atteint

describe('un indicateur sur une année', () => {
  it('additionne ses périodes, et un taux ses deux nombres, jamais ses pour cent', () => {
    expect(annee(2013, [n(4), n(5)]).annee.realise).toEqual(n(9))
    const lu = annee(2013, [taux(1, 2), taux(1, 10)]).annee.realise
    expect(lu).toEqual(taux(2, 12))
    expect(lu?.type === 'taux' ? pourcentDe(lu) : null).toBe(16.7)
    expect(pourcentDe({ type: 'taux', numerateur: 0, denominateur: 0 })).toBeNull()
  })

  it('compare à l’année d’avant comme (N − N‑1) / N‑1 : de 200 à 257, 28,5 % et non 22,2 %', () => {
    expect(evolution(n(257), n(200))).toBe(28.5)
    expect(evolution(n(288), n(264))).toBe(9.1)
    expect(evolution(n(4), n(9))).toBe(-55.6)
    expect(evolution(n(4), n(0))).toBeNull()
    expect(evolution(taux(1, 2), taux(1, 3))).toBeNull()
  })

  it('ne compare pas une année dont il manque une période', () => {
    const avant = annee(2013, [n(4), n(5)])
    expect(evaluer(indicateur(), annee(2014, [n(9), n(9)]), avant).evolution).toBe(100)
    expect(evaluer(indicateur(), annee(2014, [n(9), null]), avant).evolution).toBeNull()
  })

  it('dit si la cible est atteinte, dans le sens voulu', () => {
    const avant = annee(2013, [null, null])
    const lu = (sens: 'hausse' | 'baisse', realises: readonly (Valeur | null)[], cible: Valeur | null) => {
      const { atteint, part } = evaluer(indicateur({ sens }), annee(2014, realises, cible), avant)
      return { atteint, part }
    }
    expect(lu('hausse', [n(4), null], n(6))).toEqual({ atteint: false, part: 4 / 6 })
    expect(lu('hausse', [n(4), n(2)], n(6))).toEqual({ atteint: true, part: 1 })
    expect(lu('baisse', [n(4), null], n(6)).atteint).toBe(false)
    expect(lu('baisse', [n(4), n(2)], n(6)).atteint).toBe(true)
    expect(lu('hausse', [taux(8, 10), taux(7, 10)], pourcent(75)).atteint).toBe(true)
    expect(lu('hausse', [n(4), n(2)], null)).toEqual({ atteint: null, part: null })
  })

  it('tient un jalon pour atteint à la date dite, ou avant', () => {
    expect(jalonAtteint(jalon('2014-03-01'), jalon('2014-03-31'))).toBe(true)
    expect(jalonAtteint(jalon('2014-04-01'), jalon('2014-03-31'))).toBe(false)
    expect(jalonAtteint(null, jalon(null))).toBe(false)
    expect(jalonAtteint({ type: 'jalon', atteint: false, le: null }, jalon(null))).toBe(false)
  })
})

const montres = (lue: AnneeLue, seuil: number) => {
  const { periodes, annee: an } = cacherPetits(lue, seuil)
  return [...periodes, an].map((c) => (c.realise?.type === 'nombre' ? c.realise.nombre : c.masque ? 'x' : null))
}
const cache = (lue: Valeur) => cacherPetits(annee(2013, [lue]), 5).annee.masque

describe('ce qui est montré à qui ne voit pas les personnes', () => {
  it('cache toutes les périodes dès que l’une est petite, et l’année quand elle l’est', () => {
    expect(montres(annee(2013, [n(3), n(20)]), 5)).toEqual(['x', 'x', 23])
    expect(montres(annee(2013, [n(1), n(2)]), 5)).toEqual(['x', 'x', 'x'])
    expect(montres(annee(2013, [n(0), n(20)]), 5)).toEqual([0, 20, 20])
    expect(montres(annee(2013, [n(3), n(20)]), 0)).toEqual([3, 20, 23])
  })

  it('cache un taux qui dirait un petit nombre, d’un côté ou de l’autre', () => {
    expect([taux(2, 40), taux(38, 40), taux(10, 40), taux(0, 40), taux(40, 40)].map(cache)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
  })
})
