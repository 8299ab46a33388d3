import { expect, test } from 'vitest'
import { compter } from '#shared/domaine/bilan/comptes.ts'
import { desFaits } from './faits.ts'

const annee = { du: '2012-01-01', au: '2012-12-31' }

test('compte une personne une fois, et seulement ce qui est daté de la période', () => {
  const faits = desFaits([
    { qui: 'a', le: '2011-12-31' },
    { qui: 'a', le: '2012-01-01' },
    { qui: 'a', le: '2012-12-31' },
    { qui: 'b', le: '2013-01-01' },
  ])
  const comptes = compter(faits, annee)
  expect([comptes.personnes.length, comptes.entretiens.length, comptes.suivis.length]).toEqual([1, 2, 1])
})

test('dit nouvelle la personne dont le tout premier entretien est dans la période', () => {
  const faits = desFaits([
    { qui: 'ancienne', le: '2011-12-31' },
    { qui: 'ancienne', le: '2012-02-01' },
    { qui: 'nouvelle', le: '2012-01-01' },
  ])
  expect(compter(faits, annee).personnes.map((p) => [p.personnes[0], p.nouvelle])).toEqual([
    ['ancienne', false],
    ['nouvelle', true],
  ])
})

test('prend l’âge au premier entretien de la période, et à l’année quand elle seule est connue', () => {
  const faits = desFaits(
    [
      { qui: 'veille', le: '2012-06-14' },
      { qui: 'veille', le: '2012-06-15' },
      { qui: 'jour', le: '2012-06-15' },
      { qui: 'annee', le: '2012-01-01' },
      { qui: 'inconnue', le: '2012-01-01' },
    ],
    { veille: { naissance: '1994-06-15' }, jour: { naissance: '1994-06-15' }, annee: { naissance: '1994' } },
  )
  expect(Object.fromEntries(compter(faits, annee).personnes.map((p) => [p.personnes[0], p.age]))).toEqual({
    veille: 17,
    jour: 18,
    annee: 18,
    inconnue: null,
  })
})

test('garde la commune du dernier entretien, et range les situations de la première à la dernière vue', () => {
  const faits = desFaits([
    { qui: 'a', le: '2012-09-01', suivi: 's2', role: 'mis-en-cause', commune: 'Pantin' },
    { qui: 'a', le: '2012-02-01', suivi: 's1', role: 'victime', commune: 'Aubervilliers' },
    { qui: 'a', le: '2013-02-01', suivi: 's3', role: 'temoin', commune: 'Drancy' },
  ])
  const [personne] = compter(faits, annee).personnes
  expect(personne?.commune).toBe('Pantin')
  expect(personne?.participations.map((p) => p.role)).toEqual(['victime', 'mis-en-cause'])
})

test('ne prête pas à une personne le rôle d’une situation où elle n’est pas venue', () => {
  const faits = desFaits([
    { qui: 'a', le: '2012-02-01', suivi: 's1' },
    { qui: 'b', le: '2012-03-01', suivi: 's2' },
  ])
  const absente = { suiviId: 's2', personneId: 'a', role: 'temoin', accompagnee: true, commenceLe: null, reponses: {} }
  const comptes = compter({ ...faits, participations: [...faits.participations, absente] }, annee)
  expect(comptes.personnes[0]?.participations.map((p) => p.role)).toEqual(['victime'])
  expect(comptes.suivis.find((s) => s.personnes.length === 2)?.personnes).toEqual(['b', 'a'])
})

test('date une saisine de son jour, pas de celui des entretiens', () => {
  const faits = desFaits(
    [
      { qui: 'a', le: '2012-01-05', suivi: 'tardive' },
      { qui: 'b', le: '2012-02-01', suivi: 'dedans' },
    ],
    {},
    { tardive: { saisineLe: '2011-12-20' } },
  )
  const comptes = compter(faits, annee)
  expect([comptes.saisines.length, comptes.suivis.length]).toEqual([1, 2])
})

test('mesure la durée des situations closes pendant la période', () => {
  const faits = desFaits(
    [{ qui: 'a', le: '2011-12-01', suivi: 's' }],
    {},
    { s: { ouvertLe: '2011-12-01', closLe: '2012-01-31' } },
  )
  expect(compter(faits, annee).clotures).toMatchObject([{ personnes: ['a'], jours: 61 }])
})
