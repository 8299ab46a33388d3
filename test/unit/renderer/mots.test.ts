import { expect, test } from 'vitest'
import { accorder } from '#app/mots.ts'
import { dispositifs } from '#shared/domaine/dispositifs/index.ts'

const phrase = (code: keyof typeof dispositifs): string => {
  const { nouveau, du, le, ouvert, clos, aucun } = accorder(dispositifs[code].motSuivi)
  return `${nouveau} ; ouverture ${du} ; sur ${le} ; ${ouvert}, ${clos} ; ${aucun}`
}

test('les phrases s’accordent avec le mot de chaque métier', () => {
  expect(phrase('isc')).toBe(
    'Nouvelle situation ; ouverture de la situation ; sur la situation ; ouverte, close ; Aucune',
  )
  expect(phrase('cvp')).toBe('Nouveau suivi ; ouverture du suivi ; sur le suivi ; ouvert, clos ; Aucun')
  expect(phrase('mission-locale')).toBe(
    'Nouvel accompagnement ; ouverture de l’accompagnement ; sur l’accompagnement ; ouvert, clos ; Aucun',
  )
})
