import { assert, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lireDate, siecleCourant } from '#shared/domaine/import/lire-date.ts'
import { ajouterJours, dateFrancaise } from '#shared/utils/dates.ts'

const lire = (cellule: Parameters<typeof lireDate>[0]) => lireDate(cellule, siecleCourant(2026))

describe('lire une date', () => {
  it.each([
    ['09/03/2012', '2012-03-09'],
    ['9/3/12', '2012-03-09'],
    ['9-3-2012', '2012-03-09'],
    ['09.03.2012', '2012-03-09'],
    ['2012-03-09', '2012-03-09'],
    ['2012-03-09T00:00:00.000Z', '2012-03-09'],
    ['9 mars 2012', '2012-03-09'],
    ['vendredi 9 mars 2012', '2012-03-09'],
    ['Ven. 09/03/2012', '2012-03-09'],
    ['1er août 2012', '2012-08-01'],
    ['3 févr. 2012', '2012-02-03'],
    ['29/02/2012', '2012-02-29'],
    ['9/3/98', '1998-03-09'],
    ['9/3/27', '2027-03-09'],
    ['9/3/28', '1928-03-09'],
    ['41024', '2012-04-25'],
  ])('comprend « %s »', (ecrite, jour) => {
    expect(lire(ecrite)).toMatchObject({ jour })
  })

  it.each([
    '31/02/2012',
    '29/02/2011',
    '9/13/2012',
    '00/01/2012',
    '410245',
    '4102',
    '99999',
    '2012',
    'mars 2012',
    '9 brumaire 2012',
    '',
    'hier',
  ])('refuse « %s »', (ecrite) => {
    expect(lire(ecrite)).toBeUndefined()
  })

  it('garde l’heure écrite avec la date', () => {
    expect(lire('09/03/2012 14:30')).toEqual({ jour: '2012-03-09', minutes: 870 })
    expect(lire('9 mars 2012 à 9h05')).toEqual({ jour: '2012-03-09', minutes: 545 })
    expect(lire('09/03/2012 25:00')).toBeUndefined()
  })

  it('lit un nombre comme un jour de tableur, seulement s’il est vraisemblable', () => {
    expect(lire(40_977)).toEqual({ jour: '2012-03-09', minutes: 0 })
    expect(lire(40_977.5)).toEqual({ jour: '2012-03-09', minutes: 720 })
    expect(lire(12)).toBeUndefined()
    expect(lire(20_120_309)).toBeUndefined()
    expect(lire(true)).toBeUndefined()
  })

  it('relit toute date qu’il écrit lui-même', () => {
    assert(
      property(integer({ min: 0, max: 13_000 }), (jours) => {
        const jour = ajouterJours('1991-01-01', jours)
        expect(lire(dateFrancaise(jour))).toEqual({ jour, minutes: 0 })
        expect(lire(jour)).toEqual({ jour, minutes: 0 })
      }),
    )
  })
})
