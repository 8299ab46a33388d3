import { expect, test } from 'vitest'
import {
  ChiffreContexte,
  contexteImprime,
  estAVenir,
  evolutionContexte,
  periodeContexte,
  rangerContexte,
} from '#shared/domaine/contexte.ts'
import { spip2013, unChiffre } from '../../fixtures/contexte.ts'

const fautes = (chiffre: unknown): readonly string[] => {
  const lu = ChiffreContexte.safeParse(chiffre)
  return lu.success
    ? []
    : lu.error.issues.map(({ path, message, code }) => `${path.join('.')} ${code === 'custom' ? message : code}`)
}

test('accepte 399 jeunes dont 137 détenus, tels que leur source les donne', () => {
  const chiffre = spip2013()
  expect(ChiffreContexte.parse(chiffre)).toEqual(chiffre)
})

test('refuse ce qui n’a ni nombre, ni unité, ni période, ni périmètre, ni source datée', () => {
  expect(fautes(unChiffre({ valeur: Number.NaN }))).toEqual(['valeur invalid_type'])
  expect(fautes(unChiffre({ valeur: 1.234 }))).toEqual(['valeur not_multiple_of'])
  expect(fautes(unChiffre({ unite: '  ' }))).toEqual(['unite too_small'])
  expect(fautes(unChiffre({ perimetre: '' }))).toEqual(['perimetre too_small'])
  expect(fautes(unChiffre({ du: '2013-02-30' }))).not.toEqual([])
  expect(fautes(unChiffre({ source: { editeur: '', titre: 'T', le: '2014' } }))).toEqual(['source.editeur too_small'])
  expect(fautes(unChiffre({ source: { editeur: 'E', titre: 'T', le: 'en 2014' } }))).toEqual([
    'source.le invalid_union',
  ])
  expect(fautes({ ...unChiffre(), seuil: 5 })).toEqual([' unrecognized_keys'])
})

test('refuse un retour à la ligne et un texte long : ce sont des lignes', () => {
  expect(fautes(unChiffre({ libelle: 'Jeunes\nsuivis' }))).toEqual(['libelle invalid_format'])
  expect(fautes(unChiffre({ libelle: 'x'.repeat(161) }))).toEqual(['libelle too_big'])
})

test('refuse une période à l’envers, et une partie plus grande que l’ensemble', () => {
  expect(fautes(unChiffre({ du: '2013-12-31', au: '2013-01-01' }))).toEqual(['au avant-du'])
  const dont = [
    { libelle: 'mineurs', valeur: 12 },
    { libelle: 'détenus', valeur: 400 },
    { libelle: 'autres', valeur: -1 },
  ]
  expect(fautes(unChiffre({ valeur: 399, dont }))).toEqual([
    'dont.1.valeur plus-que-l-ensemble',
    'dont.2.valeur plus-que-l-ensemble',
  ])
})

test('n’imprime que les chiffres montrés dans les bilans de l’année, sans ce qui ne sert qu’au coffre', () => {
  const montre = unChiffre({ annees: [2012, 2013] })
  const { id: _, dispositif: __, annees: ___, ...imprime } = montre
  expect(contexteImprime([montre, unChiffre({ annees: [2014] }), unChiffre({ annees: [] })], 2012)).toEqual([imprime])
})

test('range un même chiffre de la dernière année à la première', () => {
  const chiffres = [unChiffre({ libelle: 'Vols' }), annee(2011), annee(2013), annee(2012)]
  expect(rangerContexte(chiffres).map((c) => `${c.libelle} ${c.au.slice(0, 4)}`)).toEqual([
    'Jeunes suivis 2013',
    'Jeunes suivis 2012',
    'Jeunes suivis 2011',
    'Vols 2013',
  ])
})

test('l’évolution est (N − N-1) / N-1, du même chiffre un an plus tôt, quand il est à côté', () => {
  const [avant, apres] = [
    { ...annee(2012), valeur: 420 },
    { ...annee(2013), valeur: 399 },
  ]
  expect(evolutionContexte(apres, [avant, apres])).toBe(-5)
  expect(evolutionContexte(avant, [avant, apres])).toBeNull()
  expect(evolutionContexte(apres, [{ ...avant, perimetre: 'Gironde' }])).toBeNull()
  expect(evolutionContexte(apres, [{ ...avant, libelle: 'Jeunes  SUIVIS' }])).toBe(-5)
  expect(evolutionContexte(apres, [{ ...avant, valeur: 0 }])).toBeNull()
  expect(evolutionContexte({ ...apres, unite: '%' }, [{ ...avant, unite: '%' }])).toBeNull()
})

test('dit la période comme on la lit : une année, des jours, un jour', () => {
  expect(periodeContexte({ du: '2013-01-01', au: '2013-12-31' })).toBe('2013')
  expect(periodeContexte({ du: '2013-01-01', au: '2013-06-30' })).toBe('du 01/01/2013 au 30/06/2013')
  expect(periodeContexte({ du: '2013-12-31', au: '2013-12-31' })).toBe('au 31/12/2013')
})

test('reconnaît une source datée de demain, ou de l’an prochain', () => {
  const sources = ['2014-01-28', '2014', '2014-01-29', '2015'].map((le) => ({ source: { ...spip2013().source, le } }))
  expect(sources.map((s) => estAVenir(s, '2014-01-28'))).toEqual([false, false, true, true])
})

const annee = (n: number) => unChiffre({ libelle: 'Jeunes suivis', du: `${n}-01-01`, au: `${n}-12-31` })
