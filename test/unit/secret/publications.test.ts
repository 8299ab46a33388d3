import { expect, test } from 'vitest'
import type { Recensement } from '#shared/domaine/bilan/recensement.ts'
import { TOTAL } from '#shared/domaine/bilan/tableau.ts'
import { baseDe } from '#shared/domaine/secret/moteur/arrondi.ts'
import { attaquer, personnesEn, publier } from '../../fixtures/secret/publications.ts'
import { changer, unRecensementAuHasard } from '../../fixtures/secret/recensements.ts'

const graines = Array.from({ length: 12 }, (_, i) => i + 1)

test('protège des recensements tirés au hasard, partie après partie : attaqués d’un bloc, ils ne livrent rien', () => {
  let masquees = 0
  for (const graine of graines) {
    const edition = publier(unRecensementAuHasard(graine))
    expect(attaquer(edition)).toEqual([])
    masquees += edition.imprimes.filter((i) => i.valeur === null).length
    for (const { valeur } of edition.imprimes) expect(valeur === null || valeur === 0 || valeur >= 5).toBe(true)
  }
  expect(masquees).toBeGreaterThan(50)
})

test('compte les personnes derrière des unités nombreuses', () => {
  for (const graine of graines.slice(0, 6)) {
    const recensement = unRecensementAuHasard(graine, { unites: 60, personnes: 12 })
    const edition = publier(recensement)
    expect(attaquer(edition)).toEqual([])
    const montrees = edition.imprimes.filter((i) => i.valeur !== null && i.valeur > 0)
    for (const { tableau, codes } of montrees)
      expect(personnesEn(recensement, tableau, codes).size).toBeGreaterThanOrEqual(5)
  }
})

test('ne montre jamais un groupe dont toutes les personnes, ou toutes sauf une, ont la même réponse sensible', () => {
  let groupes = 0
  for (const graine of graines) {
    const { recensement, imprimes } = publier(unanimes(unRecensementAuHasard(graine, { unites: 60 }), graine % 2))
    const valeurs = new Map(
      imprimes.filter((i) => i.tableau === 'role_x_sexe').map((i) => [i.codes.join(' '), i.valeur]),
    )
    for (const sexe of ['s0', 's1', TOTAL]) {
      const membres = recensement.unites.filter((u) => sexe === TOTAL || u.reponses[0]?.[0] === sexe)
      for (const role of ['r0', 'r1', 'r2', 'nr']) {
        const hors = membres.filter((u) => u.reponses[3]?.[0] !== role).length
        if (membres.length < 5 || hors > 1) continue
        groupes += 1
        const [groupe, reponse] = [valeurs.get(`${TOTAL} ${sexe}`), valeurs.get(`${role} ${sexe}`)]
        expect(groupe === null || reponse === null).toBe(true)
      }
    }
  }
  expect(groupes).toBeGreaterThan(5)
})

/** All those of the second sex have the same role, but for as many as said. */
const unanimes = (recensement: Recensement, sauf: number): Recensement => {
  const concernees = new Set(recensement.unites.filter((u) => u.reponses[0]?.[0] === 's1').slice(sauf))
  return {
    ...recensement,
    unites: recensement.unites.map((u) =>
      Object.assign({}, u, concernees.has(u) && { reponses: u.reponses.with(2, ['r0', 'r1']).with(3, ['r0']) }),
    ),
  }
}

test('protéger deux fois ne change rien : les mêmes cases sont publiées', () => {
  for (const graine of graines.slice(0, 6)) {
    const recensement = unRecensementAuHasard(graine)
    const premiere = publier(recensement)
    const seconde = publier(recensement, [premiere])
    expect(seconde.imprimes).toEqual(premiere.imprimes)
  }
})

test('protège une édition avec celle d’avant, entre lesquelles on est venu, parti, ou devenu autre', () => {
  const avant = unRecensementAuHasard(1, { unites: 60 })
  const premiere = publier(avant)
  const seconde = publier(changer(avant, 1, 0.85), [premiere])
  expect(attaquer(seconde, [premiere])).toEqual([])
  // Judged alone, it would be safe alone, and joined with the first would tell.
  const seule = publier(seconde.recensement)
  expect(attaquer(seule)).toEqual([])
  expect(attaquer(seule, [premiere]).length).toBeGreaterThan(0)
})

test('arrondit sans rien trahir, à chaque seuil, les sommes restant justes', () => {
  for (const seuil of [5, 10, 11, 15])
    for (const graine of graines.slice(0, 3)) {
      const recensement = unRecensementAuHasard(graine, { unites: 90 })
      const edition = publier(recensement, [], { seuil, mode: 'arrondi' })
      const base = baseDe(seuil)
      expect(Object.values(edition.bases)).toEqual(recensement.tableaux.map(() => base))
      expect(attaquer(edition, [], { seuil, mode: 'arrondi' })).toEqual([])
      const valeurs: ReadonlyMap<string, number> = new Map(
        edition.imprimes.map((i) => [`${i.tableau} ${i.codes.join(' ')}`, i.valeur ?? -1]),
      )
      const vraies: ReadonlyMap<string, number> = new Map(
        recensement.tableaux.flatMap((t) =>
          edition.imprimes
            .filter((i) => i.tableau === t.id)
            .map((i) => [`${t.id} ${i.codes.join(' ')}`, personnesEn(recensement, t.id, i.codes).size] as const),
        ),
      )
      for (const [nom, valeur] of valeurs) {
        expect(Math.abs(valeur - (vraies.get(nom) ?? 0))).toBeLessThan(base)
        expect(valeur % base === 0 || valeur === recensement.unites.length).toBe(true)
      }
      for (const sexe of ['s0', 's1']) {
        const parts = ['a0+a1', 'a2', 'a3'].map((a) => valeurs.get(`sexe_x_age ${sexe} ${a}`) ?? 0)
        expect(parts.reduce((n, v) => n + v, 0)).toBe(valeurs.get(`sexe_x_age ${sexe} ${TOTAL}`))
        expect(valeurs.get(`sexe_x_age ${sexe} ${TOTAL}`)).toBe(valeurs.get(`sexe ${sexe}`))
      }
    }
})
