import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { COLONNES, parCarreau, placeDe, plusLongueBande, voisin } from '#shared/domaine/observatoire/carte.ts'
import { classesDe, rangClasse } from '#shared/domaine/observatoire/classes.ts'
import { compterFaits, croiser, moisEntre } from '#shared/domaine/observatoire/compte.ts'
import { ecrireMoment, lireMoment, trancheDe } from '#shared/domaine/observatoire/moment.ts'

const somme = (nombres: readonly number[]) => nombres.reduce((a, b) => a + b, 0)

describe('le compte par secteur et par mois', () => {
  const mois = moisEntre('2013-11-15', '2014-02-01')

  it('a une colonne pour chaque mois que touche la période', () => {
    expect(mois).toEqual(['2013-11', '2013-12', '2014-01', '2014-02'])
    expect(moisEntre('2014-03-01', '2014-03-31')).toEqual(['2014-03'])
    expect(moisEntre('2014-03-01', '2014-02-28')).toEqual([])
  })

  it('a des lignes, des colonnes et un total qui s’accordent, et ne perd ni n’invente rien', () => {
    const secteurs = ['a', 'b', 'c'].map((id) => ({ id }))
    const unFait = fc.record({
      secteurId: fc.constantFrom('a', 'b', 'c'),
      date: fc.tuple(fc.constantFrom(...mois), fc.integer({ min: 10, max: 28 })).map(([m, jour]) => `${m}-${jour}`),
    })
    fc.assert(
      fc.property(fc.array(unFait, { maxLength: 60 }), (faits) => {
        const { lignes, parMois, total } = croiser(faits, secteurs, mois)
        expect(total).toBe(faits.length)
        expect(somme(parMois)).toBe(total)
        expect(somme(lignes.map((l) => l.total))).toBe(total)
        for (const ligne of lignes) expect(somme(ligne.parMois)).toBe(ligne.total)
        for (const [i, nombre] of parMois.entries()) expect(somme(lignes.map((l) => l.parMois[i] ?? 0))).toBe(nombre)
      }),
    )
  })

  it('répartit chaque signalement une fois dans chaque répartition, sans réponse comprise', () => {
    const secteur = { id: 'a', nom: 'A', actif: true, carreaux: [] }
    const unSignalement = fc.record({
      secteurId: fc.constant('a'),
      date: fc.constantFrom('2013-12-01', '2014-01-20'),
      moment: fc.constantFrom('21:30', 'nuit' as const, null),
      trouble: fc.constantFrom('rodeos', 'autre'),
      lieu: fc.constantFrom('hall', null),
      fonction: fc.constantFrom('mediateur', 'elu'),
      frequence: fc.constantFrom('parfois', null),
      suivi: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(unSignalement, { maxLength: 30 }), (signalements) => {
        const periode = { du: '2013-11-15', au: '2014-02-01' }
        const compte = compterFaits({ ...periode, secteurs: [secteur], signalements, interventions: [] })
        expect(compte.signalements.total).toBe(signalements.length)
        for (const cle of ['parTrouble', 'parFonction', 'parLieu', 'parFrequence', 'parTranche'] as const)
          expect(somme(compte[cle].map((r) => r.nombre))).toBe(signalements.length)
        expect(compte.signalementsSuivis + signalements.filter((s) => !s.suivi).length).toBe(signalements.length)
      }),
    )
  })

  it('range chaque nombre dans une classe et une seule', () => {
    expect(classesDe(0)).toEqual([])
    expect(classesDe(2)).toEqual([
      { de: 1, a: 1 },
      { de: 2, a: 2 },
    ])
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), (plusGrand) => {
        const classes = classesDe(plusGrand)
        expect(classes.length).toBeLessThanOrEqual(4)
        expect([classes[0]?.de, classes.at(-1)?.a]).toEqual([1, plusGrand])
        for (const [i, { de, a }] of classes.entries()) {
          expect(de).toBeLessThanOrEqual(a)
          expect(classes[i + 1]?.de ?? a + 1).toBe(a + 1)
        }
        expect(rangClasse(classes, 0)).toBe(-1)
        expect(rangClasse(classes, plusGrand)).toBe(classes.length - 1)
      }),
    )
  })
})

describe('la carte', () => {
  it('ne sort jamais de ses bords', () => {
    expect(voisin(0, -1, 0)).toBeUndefined()
    expect(voisin(11, 1, 0)).toBeUndefined()
    expect(voisin(11, 0, 1)).toBe(23)
    expect(voisin(95, 0, 1)).toBeUndefined()
    expect(placeDe(95)).toEqual({ colonne: 11, rangee: 7 })
  })

  it('écrit le nom d’un secteur sur sa plus longue bande, au plus près du milieu, jamais par-dessus le bord', () => {
    expect(plusLongueBande([])).toBeUndefined()
    expect(plusLongueBande([0, 1, 12, 13, 24, 25])).toEqual({ rangee: 1, debut: 0, longueur: 2 })
    expect(plusLongueBande([11, 12])).toMatchObject({ longueur: 1 })
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 95 }), { minLength: 1 }), (carreaux) => {
        const { rangee, debut, longueur } = plusLongueBande(carreaux) ?? { rangee: -1, debut: 0, longueur: 1 }
        expect(debut + longueur).toBeLessThanOrEqual(COLONNES)
        for (let i = 0; i < longueur; i++) expect(carreaux).toContain(rangee * COLONNES + debut + i)
      }),
    )
    expect(parCarreau([{ carreaux: [3] }]).get(3)).toEqual({ carreaux: [3] })
  })
})

describe('le moment d’un trouble', () => {
  it.each([
    ['21h30', '21:30', 'soiree'],
    ['21:30', '21:30', 'soiree'],
    ['2130', '21:30', 'soiree'],
    ['21 h', '21:00', 'soiree'],
    ['9', '09:00', 'matin'],
    ['22 h 00', '22:00', 'nuit'],
    ['5h59', '05:59', 'nuit'],
    ['0h', '00:00', 'nuit'],
    ['14', '14:00', 'apres-midi'],
    ['soir', 'soiree', 'soiree'],
    ['Après-midi', 'apres-midi', 'apres-midi'],
    ['m', 'matin', 'matin'],
    ['nuit', 'nuit', 'nuit'],
  ])('« %s » se lit %s, dans la tranche %s', (texte, moment, tranche) => {
    const lu = lireMoment(texte)
    expect(lu).toBe(moment)
    expect(lu === undefined ? '' : trancheDe(lu)).toBe(tranche)
    expect(lu === undefined ? '' : lireMoment(ecrireMoment(lu))).toBe(moment)
  })

  it.each(['', '25h', '12h75', 'bientôt', '123456'])('« %s » n’en est pas un', (texte) => {
    expect(lireMoment(texte)).toBeUndefined()
  })
})
