import { assert, constantFrom, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ecrireMontant,
  lireMontant,
  ecartBudget,
  natureDe,
  rubriques,
  totalBudget,
} from '#shared/domaine/strategie/budget.ts'
import { ecrireEtape, lireEtape } from '#shared/domaine/strategie/calendrier.ts'
import { bornes, nomDePeriodeSuivie, periodesDe } from '#shared/domaine/strategie/periode-suivie.ts'
import { ecrireValeur, genresValeur, lireValeur, typesIndicateur } from '#shared/domaine/strategie/valeur.ts'

describe('ce qui est tapé dans une case', () => {
  it('se lit selon l’indicateur : nombre, taux en deux nombres, date ou oui', () => {
    expect(lireValeur('nombre', 'realise', ' 1 234,5 ')).toEqual({ type: 'nombre', nombre: 1234.5 })
    expect(lireValeur('taux', 'realise', '3/12')).toEqual({ type: 'taux', numerateur: 3, denominateur: 12 })
    expect(lireValeur('taux', 'realise', '3 sur 12')).toEqual({ type: 'taux', numerateur: 3, denominateur: 12 })
    expect(lireValeur('taux', 'cible', '80 %')).toEqual({ type: 'pourcent', pourcent: 80 })
    expect(lireValeur('jalon', 'realise', '9/3/2014')).toEqual({ type: 'jalon', atteint: true, le: '2014-03-09' })
    expect(lireValeur('jalon', 'cible', 'oui')).toEqual({ type: 'jalon', atteint: true, le: null })
    expect(lireValeur('liste', 'realise', 'foot, théâtre')).toEqual({ type: 'texte', texte: 'foot, théâtre' })
    expect(lireValeur('nombre', 'cible', '')).toBeNull()
  })

  it('est refusé quand cela ne veut rien dire', () => {
    for (const tape of ['douze', '1/2', '12 %', '1e9', '--3', '99999999999'])
      expect([tape, lireValeur('nombre', 'realise', tape)]).toEqual([tape, undefined])
    for (const tape of ['3', '3/0', '3/4/5', '-1/4', '80 %'])
      expect([tape, lireValeur('taux', 'realise', tape)]).toEqual([tape, undefined])
    for (const tape of ['30/02/2014', 'bientôt', '2014'])
      expect([tape, lireValeur('jalon', 'realise', tape)]).toEqual([tape, undefined])
  })

  it('se réécrit de façon à être relu pareil, quoi qu’on tape', () => {
    const tapes = constantFrom(
      '0',
      '12',
      '-4,5',
      '0/0',
      '3/12',
      '66,7 %',
      'oui',
      'non',
      '01/12/2013',
      '  a\nb ',
      '1 000',
    )
    const essai = property(
      constantFrom(...typesIndicateur),
      constantFrom(...genresValeur),
      tapes,
      string(),
      (type, genre, tape, libre) => {
        for (const texte of [tape, libre]) {
          const lue = lireValeur(type, genre, texte)
          expect(lue == null ? lue : lireValeur(type, genre, ecrireValeur(lue))).toEqual(lue)
        }
      },
    )
    assert(essai, { numRuns: 500, seed: 20_261_122 })
  })
})

describe('le calendrier d’une fiche', () => {
  it('se tape en une ligne par étape, avec son semestre ou son trimestre', () => {
    expect(lireEtape('S1 2013 guide')).toEqual({ quand: '2013-S1', libelle: 'guide' })
    expect(lireEtape('1er semestre 2014 : vade-mecum')).toEqual({ quand: '2014-S1', libelle: 'vade-mecum' })
    expect(lireEtape('4e trimestre 2013')).toEqual({ quand: '2013-T4', libelle: '' })
    expect(lireEtape('2013 : aux deux semestres')).toEqual({ quand: '2013', libelle: 'aux deux semestres' })
    expect(lireEtape('Rentrée 2013 : projets')).toEqual({ quand: null, libelle: 'Rentrée 2013 : projets' })
    expect(lireEtape('3e semestre 2013')).toEqual({ quand: null, libelle: '3e semestre 2013' })
    expect(lireEtape('   ')).toBeUndefined()
  })

  it('se réécrit en toutes lettres, et se relit pareil', () => {
    for (const quand of ['2013', '2013-S2', '2014-T1', '2014-T3'])
      for (const libelle of ['', 'guide du sortant']) {
        const etape = { quand, libelle }
        expect(lireEtape(ecrireEtape(etape))).toEqual(etape)
      }
  })

  it('connaît les jours de chaque période', () => {
    expect(bornes('2013')).toEqual({ du: '2013-01-01', au: '2013-12-31' })
    expect(bornes('2013-S1')).toEqual({ du: '2013-01-01', au: '2013-06-30' })
    expect(bornes('2016-T1')).toEqual({ du: '2016-01-01', au: '2016-03-31' })
    expect(bornes('2013-T4')).toEqual({ du: '2013-10-01', au: '2013-12-31' })
    expect(periodesDe(2014, 'semestre').map(nomDePeriodeSuivie)).toEqual(['1er semestre 2014', '2e semestre 2014'])
  })
})

const codes = (nature: string) => rubriques.filter((r) => r.nature === nature).map((r) => r.code)

describe('le budget d’une fiche', () => {
  it('se compte en centimes, et refuse ce qui n’est pas un montant', () => {
    expect(lireMontant('1 234,50 €')).toBe(123_450)
    expect(lireMontant('0,1')).toBe(10)
    expect(lireMontant('')).toBeNull()
    expect(lireMontant('1,234,5')).toBeUndefined()
    expect(lireMontant('12 euros')).toBeUndefined()
    expect([ecrireMontant(123_450), ecrireMontant(-5), ecrireMontant(4_000_000)]).toEqual(['1234,50', '-0,05', '40000'])
  })

  it('range les charges de 60 à 69 et les produits de 70 à 79, contributions volontaires à part', () => {
    expect(codes('charge')).toEqual(['60', '61', '62', '63', '64', '65', '66', '67', '68', '69', '86'])
    expect(codes('produit')).toEqual(['70', '73', '74', '75', '76', '77', '78', '79', '87'])
    expect(natureDe('74')).toBe('produit')
  })

  it('dit l’écart en euros et en pour cent, quand les deux montants sont connus', () => {
    const lignes = [
      { prevu: 4_000_000, realise: 3_900_050 },
      { prevu: 1_000_000, realise: null },
    ]
    expect(totalBudget(lignes)).toEqual({ prevu: 5_000_000, realise: 3_900_050 })
    expect(ecartBudget({ prevu: 4_000_000, realise: 3_900_000 })).toEqual({ montant: -100_000, pourcent: -2.5 })
    expect(ecartBudget({ prevu: 0, realise: 100 })).toEqual({ montant: 100, pourcent: null })
    expect(ecartBudget({ prevu: null, realise: 100 })).toBeNull()
    expect(totalBudget([])).toEqual({ prevu: null, realise: null })
  })
})
