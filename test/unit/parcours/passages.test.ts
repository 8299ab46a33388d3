import { array, assert, constantFrom, integer, option, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  debutEcrou,
  erreursDePassage,
  liberations,
  modesSortie,
  type Passage,
  passageAu,
} from '#shared/domaine/parcours/passage.ts'
import { ajouterJours } from '#shared/utils/dates.ts'
import { unPassage } from './des-faits.ts'

const neuvic = { etablissement: 'cd-neuvic' }

const erreurs = (champs: Partial<Passage>) => erreursDePassage(unPassage(champs), '2025-06-02')

describe('un passage', () => {
  it('a ses dates dans l’ordre, et dit comment il finit', () => {
    expect(erreurs({ sortie: '2025-05-01', mode: 'lc' })).toEqual({})
    expect(erreurs({ sortie: '2024-12-31', mode: 'lc' })).toEqual({ sortie: 'avant-entree' })
    expect(erreurs({ sortie: '2025-05-01' })).toEqual({ mode: 'manquant' })
    expect(erreurs({ entree: '2025-06-03' })).toEqual({ entree: 'futur' })
    expect(erreurs({ sortie: '2025-06-03', mode: 'lc' })).toEqual({ sortie: 'futur' })
    expect(erreurs({ entree: null, mode: 'inconnu' })).toEqual({})
  })

  it('dure jusqu’au jour de sa fin, compris', () => {
    const fini = unPassage({ sortie: '2025-05-01', mode: 'lc' })
    expect(passageAu([fini], '2024-12-31')).toBeUndefined()
    expect(passageAu([fini], '2025-05-01')).toBe(fini)
    expect(passageAu([fini], '2025-05-02')).toBeUndefined()
    expect(passageAu([unPassage({ mode: 'inconnu' })], '2025-05-02')).toBeUndefined()
  })

  it('fini par un transfert n’est pas une libération', () => {
    const transfert = unPassage({ sortie: '2025-03-01', mode: 'transfert' })
    const suite = unPassage({ ...neuvic, entree: '2025-03-02', sortie: '2025-05-01', mode: 'lsc' })
    expect(liberations([transfert])).toEqual([])
    expect(liberations([suite, transfert])).toEqual([{ passageId: suite.id, date: '2025-05-01', mode: 'lsc' }])
  })

  it('n’est pas une libération quand la personne est encore ailleurs', () => {
    const fini = unPassage({ sortie: '2025-05-01', mode: 'inconnu' })
    expect(liberations([fini, unPassage({ ...neuvic, entree: '2025-04-30' })])).toEqual([])
    expect(liberations([fini, unPassage({ ...neuvic, entree: '2025-05-02' })])).toHaveLength(1)
  })

  it('continue le même écrou après un transfert, pas après une libération', () => {
    const avant = unPassage({ entree: '2024-01-10', sortie: '2025-02-20', mode: 'transfert' })
    const present = unPassage({ ...neuvic, entree: '2025-03-01' })
    expect(debutEcrou([present, avant], '2025-06-02')).toBe('2024-01-10')
    expect(debutEcrou([present, { ...avant, mode: 'lc' }], '2025-06-02')).toBe('2025-03-01')
    expect(debutEcrou([present, { ...avant, sortie: '2025-02-01' }], '2025-06-02')).toBe('2025-03-01')
    expect(debutEcrou([avant], '2025-06-02')).toBeUndefined()
  })
})

describe('pour tout historique, même en désordre ou incomplet', () => {
  const jour = integer({ min: 0, max: 900 }).map((n) => ajouterJours('2023-01-01', n))
  const passage = record({
    entree: option(jour),
    sortie: option(jour),
    mode: option(constantFrom(...modesSortie)),
  }).map((champs) => unPassage(champs))
  const historique = array(passage, { maxLength: 6 })

  it('le lendemain d’une libération, la personne n’est nulle part, sauf si elle est entrée depuis', () => {
    assert(
      property(historique, (passages) => {
        for (const { date, mode } of liberations(passages)) {
          const dedans = passageAu(passages, ajouterJours(date, 1))
          expect(mode).not.toBe('transfert')
          expect(dedans === undefined || (dedans.entree ?? '') > date).toBe(true)
        }
      }),
    )
  })

  it('un écrou ne commence jamais après le jour où on le regarde, ni sans passage ce jour-là', () => {
    assert(
      property(historique, jour, (passages, quand) => {
        const debut = debutEcrou(passages, quand)
        expect(debut === undefined || (debut <= quand && passageAu(passages, quand) !== undefined)).toBe(true)
      }),
    )
  })
})
