import { expect, test } from 'vitest'
import { attaquer } from '#shared/domaine/secret/moteur/attaque.ts'
import { controler } from '#shared/domaine/secret/moteur/proteger.ts'
import { savoirEtiquete, savoirExterieur, savoirPrudent } from '#shared/domaine/secret/moteur/savoir.ts'
import type { Traduite } from '#electron/service/secret/traduire.ts'
import {
  exactes,
  grille,
  lire,
  petitesProuvees,
  probleme,
  rangs,
  solveur,
  trouver,
} from '../../fixtures/secret/problemes.ts'

const parNom = ({ systeme, noms }: Traduite, masquees: ReadonlySet<number>) =>
  Object.fromEntries(
    [...trouver(systeme, savoirExterieur(systeme.valeurs, masquees), masquees)].map(([c, i]) => [noms[c], i]),
  )

test('retrouve les intervalles de Geurts (1992)', () => {
  const geurts = lire('geurts-1992')
  expect(parNom(geurts, geurts.masquees ?? new Set())).toEqual({
    '1 | 1': [3, 6],
    '1 | 2': [1, 4],
    '2 | 1': [0, 3],
    '2 | 2': [0, 3],
  })
})

test('ne prend pas deux cases masquées par ligne pour une preuve', () => {
  const table = lire('sdctable-4x4-two-per-line-not-enough')
  const neuf = table.primaires ?? new Set()
  for (const { total, parties } of table.systeme.additions)
    expect([total, ...parties].filter((c) => neuf.has(c)).length).not.toBe(1)
  expect(parNom(table, neuf)['w | b']).toEqual([47, 47])
  expect(parNom(table, new Set([...neuf, ...rangs(table, ['x | d'])]))['w | b']).toEqual([0, 78])
})

test('retrouve tout d’une ligne de trois personnes seules, si l’on sait qu’aucun zéro n’est masqué', () => {
  const table = lire('usersupport-135-singletons')
  const { systeme } = table
  const { primaires } = probleme(table)
  expect(primaires.size).toBe(7)
  expect(exactes(trouver(systeme, savoirPrudent(systeme.valeurs, primaires), primaires))).toHaveLength(7)
  expect(exactes(trouver(systeme, savoirExterieur(systeme.valeurs, primaires), primaires))).toEqual([])
})

test('donne les intervalles de Statistics Norway, avant et après le masquage de six cases', () => {
  const table = lire('ssb-example1-intervals')
  const quatre = rangs(table, ['old | Iceland', 'old | Portugal', 'young | Iceland', 'young | Portugal'])
  expect(parNom(table, quatre)).toMatchObject({ 'young | Iceland': [0, 4], 'young | Portugal': [0, 4] })
  const six = new Set([...quatre, ...rangs(table, ['old | Spain', 'young | Spain'])])
  expect(parNom(table, six)).toMatchObject({ 'young | Iceland': [0, 13], 'young | Portugal': [0, 12] })
})

test('tient deux tableaux liés pour un seul, les combinaisons absentes étant impossibles', () => {
  const table = lire('ssb-linked-tables')
  expect(table.systeme.nbVariables).toBe(10)
  // Iceland is all that is outside the Union: one cell, printed in both tables.
  expect(rangs(table, ['Total | * | nonEU | 2014', '* | Iceland | * | 2014']).size).toBe(1)
  const annees = ['2015', '2016']
  const communes = annees.flatMap((a) => [
    `Total | * | Total | ${a}`,
    `young | * | Total | ${a}`,
    `Total | * | nonEU | ${a}`,
    `young | * | nonEU | ${a}`,
  ])
  const pays = (...noms: readonly string[]) =>
    rangs(table, [...communes, ...noms.map((n) => n.replace(/ (?=\d)/u, ' | * | '))])
  // Consistent on their common cells, table after table: Spain is found all the same.
  const accordees = ['Portugal 2014', 'Spain 2014', 'Spain 2015', 'Portugal 2016'].map((n) => `* | ${n}`)
  expect(parNom(table, pays(...accordees))['* | Spain | * | 2015']).toEqual([4, 4])
  const global = ['Portugal 2014', 'Spain 2014', 'Portugal 2016', 'Spain 2016'].map((n) => `* | ${n}`)
  expect(parNom(table, pays(...global))).toMatchObject({
    '* | Portugal | * | 2014': [0, 3],
    '* | Portugal | * | 2016': [0, 3],
  })
  const large = [...global, '* | Portugal 2015', '* | Spain 2015']
  expect(parNom(table, pays(...large))).toMatchObject({
    '* | Portugal | * | 2014': [0, 6],
    '* | Portugal | * | 2016': [0, 6],
  })
})

test('détecte les pratiques naïves sur T2light : 14 cases retrouvées avec « <5 », 11 sans symbole', () => {
  const table = lire('synthetic-T2light-323')
  const { valeurs } = table.systeme
  const { primaires } = probleme(table)
  expect(valeurs).toHaveLength(126)
  expect(primaires.size).toBe(31)
  const etiquetees = trouver(table.systeme, savoirEtiquete(valeurs, primaires, primaires, 5), primaires)
  expect([exactes(etiquetees).length, petitesProuvees(etiquetees).length]).toEqual([14, 31])
  const nues = trouver(table.systeme, savoirExterieur(valeurs, primaires), primaires)
  expect([exactes(nues).length, petitesProuvees(nues).length]).toEqual([11, 11])
})

test('donne à une personne du fichier plus qu’à un inconnu', () => {
  // The only man knows that he is the one: the two cells beside him hold the rest of the four.
  const table = grille([
    [1, 1, 8],
    [1, 1, 9],
    [9, 9, 30],
  ])
  const coin = rangs(table, ['l0 | c0', 'l0 | c1', 'l1 | c0', 'l1 | c1'])
  const { systeme } = table
  const seul = systeme.inities[0] ?? []
  attaquer(solveur, systeme, savoirExterieur(systeme.valeurs, coin), (attaque) => {
    const lire00 = () => [-1, 1].map((sens) => attaque.extreme([...coin][0] ?? 0, sens === 1 ? 1 : -1))
    expect(lire00()).toEqual([0, 2])
    attaque.enInitie(seul, () => expect(lire00()).toEqual([1, 2]))
    expect(lire00()).toEqual([0, 2])
  })
  const audit = controler(solveur, probleme(table, { exigence: 'exact' }), coin)
  expect(audit.exposees).toEqual([])
  expect(audit.inities).toEqual([])
  // With a diagonal, each person of the corner finds all the others.
  const diagonale = grille([
    [1, 0, 8],
    [0, 1, 9],
    [9, 9, 30],
  ])
  const memes = rangs(diagonale, ['l0 | c0', 'l0 | c1', 'l1 | c0', 'l1 | c1'])
  const suite = controler(solveur, probleme(diagonale, { exigence: 'exact' }), memes)
  expect(suite.exposees).toEqual([])
  expect(suite.inities.length).toBeGreaterThan(0)
})

test('trouve les mêmes bornes en nombres entiers', () => {
  const table = lire('synthetic-T2light-323')
  const { primaires } = probleme(table)
  const savoir = savoirExterieur(table.systeme.valeurs, primaires)
  const reels = trouver(table.systeme, savoir, primaires)
  expect(trouver(table.systeme, savoir, primaires, true)).toEqual(reels)
})

test('ne sait rien d’une case que rien ne borne', () => {
  const table = grille([
    [3, 6],
    [7, 8],
  ])
  const toutes = new Set(table.systeme.valeurs.keys())
  const trouves = trouver(table.systeme, savoirExterieur(table.systeme.valeurs, toutes), toutes)
  expect([...trouves.values()].every(([bas, haut]) => bas === 0 && haut === Number.POSITIVE_INFINITY)).toBe(true)
})
