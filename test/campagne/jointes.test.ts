import { expect, test } from 'vitest'
import { ErreurExposition } from '#shared/domaine/secret/juger.ts'
import { attaquer, publier } from '../fixtures/secret/publications.ts'
import { changer, unRecensementAuHasard } from '../fixtures/secret/recensements.ts'

test.each([
  { nom: 'sans départ', restent: 1, personnes: 0 },
  { nom: 'avec des départs', restent: 0.85, personnes: 0 },
  { nom: 'plusieurs unités par personne', restent: 1, personnes: 25 },
  { nom: 'plusieurs unités par personne, avec des départs', restent: 0.85, personnes: 25 },
])('deux éditions jointes, attaquées d’un bloc, ne livrent rien : $nom', ({ restent, personnes }) => {
  let publiees = 0
  for (let graine = 1; graine <= 25; graine += 1) {
    const avant = unRecensementAuHasard(graine, { unites: 60, personnes })
    const premiere = publier(avant)
    try {
      const seconde = publier(changer(avant, graine, restent), [premiere])
      publiees += 1
      expect(attaquer(seconde, [premiere])).toEqual([])
    } catch (error) {
      if (!(error instanceof ErreurExposition)) throw error
    }
  }
  expect(publiees).toBeGreaterThan(20)
})
