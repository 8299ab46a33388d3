import { expect, test } from 'vitest'
import {
  type BaseContexte,
  ecrireSaisie,
  lireSaisie,
  nouvelleSaisie,
  reprendreSaisie,
} from '#features/bilans/saisie-contexte.ts'
import { spip2013, unChiffre } from '../../fixtures/contexte.ts'

const jour = '2026-11-22'
const baseDe = ({ id, dispositif, annees }: BaseContexte): BaseContexte => ({ id, dispositif, annees })

test('ce qui est affiché d’un chiffre se relit tel quel : une année, des jours, un jour, une source sans jour', () => {
  const chiffres = [
    spip2013(),
    unChiffre({ du: '2013-01-01', au: '2013-06-30', valeur: 11.25, unite: '%' }),
    unChiffre({ du: '2013-12-31', au: '2013-12-31' }),
    spip2013({ source: { ...spip2013().source, le: '2014' } }),
  ]
  for (const chiffre of chiffres)
    expect(lireSaisie(ecrireSaisie(chiffre), baseDe(chiffre), jour)).toEqual({ chiffre, erreurs: {} })
})

test('un formulaire vide dit ce que chaque champ attend', () => {
  const { chiffre, erreurs } = lireSaisie(nouvelleSaisie(2012), baseDe(spip2013()), jour)
  expect(chiffre).toBeNull()
  expect(Object.keys(erreurs).toSorted()).toEqual(['editeur', 'le', 'libelle', 'perimetre', 'titre', 'unite', 'valeur'])
  expect(Object.values(erreurs)).not.toContain('À corriger.')
})

test('une faute est dite à son champ : la partie trop grande, l’année, les jours à l’envers, la source à venir', () => {
  const chiffre = spip2013()
  const saisie = ecrireSaisie(chiffre)
  const erreurs = (champs: Partial<typeof saisie>) =>
    lireSaisie({ ...saisie, ...champs }, baseDe(chiffre), jour).erreurs
  expect(erreurs({ valeur: 100 })).toEqual({ 'dont.0.valeur': 'Une partie ne dépasse pas l’ensemble.' })
  expect(erreurs({ annee: '20x3' })).toEqual({ annee: 'Année attendue : aaaa.' })
  expect(erreurs({ duree: 'jours', du: '31/12/2013', au: '1/1/2013' })).toEqual({
    au: 'Le dernier jour est avant le premier.',
  })
  expect(erreurs({ duree: 'jours', du: '', au: '31/12/20' })).toEqual({ du: 'Date attendue : jj/mm/aaaa.' })
  expect(erreurs({ duree: 'jours', au: 'demain' })).toEqual({ au: 'Date attendue : jj/mm/aaaa.' })
  expect(erreurs({ le: '2027' })).toEqual({ le: 'Cette date est à venir.' })
  expect(erreurs({ le: '28/1/14' })).toEqual({})
})

test('un chiffre repris garde ses mots et sa source, et attend ses nombres', () => {
  const { valeur, dont, ...reste } = reprendreSaisie(spip2013())
  expect([valeur, dont]).toEqual(['', [{ libelle: 'détenus à Périgueux et à Neuvic', valeur: '' }]])
  const { valeur: _, dont: __, ...attendu } = ecrireSaisie(spip2013())
  expect(reste).toEqual(attendu)
})
