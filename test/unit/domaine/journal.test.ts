import { expect, test } from 'vitest'
import { type Chaine, situer } from '#shared/domaine/journal.ts'

/** « ouvrir » → a line of that act, its fingerprint being all that came before it. */
const chaine = (...gestes: readonly string[]): Chaine =>
  gestes.map((geste, rang) => ({ rang, geste, empreinte: gestes.slice(0, rang + 1).join(' ') }))

const debut = ['', 'coffre.creer', 'entretiens.enregistrer']

test('celui qui contient tous les actes de l’autre, et d’autres encore, est le plus récent', () => {
  const [avant, apres] = [chaine(...debut), chaine(...debut, 'coffre.ouvrir', 'personnes.enregistrer')]
  expect(situer(apres, avant)).toBe('plus-recent')
  expect(situer(avant, apres)).toBe('plus-ancien')
})

test('chacun ayant des actes que l’autre n’a pas, ils ont divergé', () => {
  const ici = chaine(...debut, 'coffre.ouvrir', 'entretiens.supprimer')
  const ailleurs = chaine(...debut, 'commande.importer')
  expect(situer(ici, ailleurs)).toBe('divergent')
  expect(situer(ailleurs, ici)).toBe('divergent')
})

test('ouvrir, lire ou emporter d’un côté n’est pas modifier', () => {
  const ouvert = chaine(...debut, 'sauvegardes.emporter', 'coffre.ouvrir', 'personnes.lire')
  expect(situer(ouvert, chaine(...debut, 'coffre.ouvrir', 'entretiens.enregistrer'))).toBe('plus-ancien')
  expect(situer(ouvert, chaine(...debut, 'commande.sauvegarder'))).toBe('inconnu')
})

test('la fin d’un journal purgé se compare à celle d’avant la purge', () => {
  const entier = chaine(...debut, 'personnes.enregistrer')
  const purge = chaine(...debut, 'personnes.enregistrer', 'entretiens.enregistrer').slice(3)
  expect(situer(purge, entier)).toBe('plus-recent')
  expect(situer(purge, chaine('', 'coffre.creer'))).toBe('inconnu')
  expect(situer([], entier)).toBe('inconnu')
})
