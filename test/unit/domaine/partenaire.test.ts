import { expect, test } from 'vitest'
import { trouverPartenaires } from '#shared/domaine/partenaire.ts'
import { unPartenaire } from '../../fixtures/builders.ts'

const annuaire = [
  unPartenaire({ nom: 'Mission locale' }),
  unPartenaire({ nom: 'CCAS', interlocuteur: 'Léa Martin', commune: 'Aubervilliers' }),
]
const trouves = (texte: string) => trouverPartenaires(annuaire, texte).map((p) => p.nom)

test.each([
  ['', ['Mission locale', 'CCAS']],
  ['lea auber', ['CCAS']],
  ['ission', ['Mission locale']],
  ['null', []],
  ['undefined', []],
])('cherche « %s » dans ce qui est écrit, jamais dans ce qui manque', (texte, noms) => {
  expect(trouves(texte)).toEqual(noms)
})
