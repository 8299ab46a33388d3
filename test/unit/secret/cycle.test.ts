import { expect, test } from 'vitest'
import { sansCycle } from '#shared/domaine/secret/cycle.ts'

const croiser = (...ids: readonly string[]) => ({
  unite: 'personnes',
  dimensions: ids.map((id) => ({ id, groupeDe: null })),
})

test('une étoile n’a pas de cycle, un triangle en a un', () => {
  const etoile = [croiser('public'), croiser('public', 'sexe'), croiser('age', 'public'), croiser('sexe', 'public')]
  expect(sansCycle(etoile)).toBe(true)
  expect(sansCycle([...etoile, croiser('sexe', 'age')])).toBe(false)
  expect(sansCycle([croiser('public', 'sexe', 'age')])).toBe(false)
})

test('une question regroupée compte comme celle qu’elle regroupe', () => {
  const majorite = { id: 'majorite', groupeDe: 'age' }
  const tableau = { unite: 'personnes', dimensions: [{ id: 'sexe', groupeDe: null }, majorite] }
  expect(sansCycle([croiser('public', 'sexe'), croiser('public', 'age'), tableau])).toBe(false)
})
