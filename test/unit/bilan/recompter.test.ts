import { expect, test } from 'vitest'
import type { Presentation } from '#shared/domaine/bilan/recensement.ts'
import { compterCase } from '#shared/domaine/bilan/recompter.ts'
import { unRecensement } from '../../fixtures/secret/recensements.ts'

const recensement = unRecensement(
  [
    { id: 'sexe', feuilles: ['f', 'h'] },
    { id: 'roles', feuilles: ['victime', 'temoin', 'auteur'], multiple: true },
  ],
  [['sexe'], ['roles']],
  [
    { id: 'a', reponses: { sexe: 'f', roles: ['victime', 'temoin'] } },
    { id: 'b', reponses: { sexe: 'f', roles: 'auteur' } },
    { id: 'c', reponses: { sexe: 'h', roles: 'victime' } },
  ],
)
const [sexe, roles] = recensement.tableaux.flatMap((t) => t.dimensions)

const compter = (dimensions: readonly (Presentation | undefined)[], ...codes: readonly string[]): number =>
  compterCase(
    recensement,
    dimensions.flatMap((d) => d ?? []),
    codes,
  )

test('une case compte les unités qui ont sa réponse, et le total les compte toutes', () => {
  expect(compter([sexe], 'f')).toBe(2)
  expect(compter([sexe], 'total')).toBe(3)
  expect(compter([sexe, roles], 'f', 'victime')).toBe(1)
  expect(compter([sexe, roles], 'total', 'victime')).toBe(2)
})

test('plusieurs réponses ne font qu’une unité dans le total, et une dans chacune de leurs lignes', () => {
  expect(['victime', 'temoin', 'auteur', 'total'].map((code) => compter([roles], code))).toEqual([2, 1, 1, 3])
})

test('une réponse sans ligne, arrivée depuis, est comptée avec les autres', () => {
  const avant = {
    id: 'roles',
    libelle: '',
    question: 'roles',
    multiple: true,
    modalites: [
      { code: 'victime', libelle: '', feuilles: ['victime'], reste: false },
      { code: 'autres', libelle: '', feuilles: ['temoin'], reste: true },
    ],
  }
  expect(compter([avant], 'victime')).toBe(2)
  expect(compter([avant], 'autres')).toBe(2)
})

test('une question qui n’est plus posée ne compte plus personne', () => {
  const disparue = { id: 'x', libelle: '', question: 'x', multiple: false, modalites: [] }
  expect(compter([disparue], 'oui')).toBe(0)
  expect(compter([disparue], 'total')).toBe(3)
})
