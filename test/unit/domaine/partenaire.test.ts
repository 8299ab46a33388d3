import { expect, test } from 'vitest'
import { trouverPartenaires } from '#shared/domaine/partenaire.ts'
import { unPartenaire } from '../../fixtures/builders.ts'

const annuaire = [
  unPartenaire({ nom: 'Mission locale', interlocuteur: 'Accueil 115' }),
  unPartenaire({ nom: 'CCAS', interlocuteur: 'Léa Martin', commune: 'Aubervilliers', telephone: '+33 1 39 98 12 34' }),
]
const trouves = (texte: string) => trouverPartenaires(annuaire, texte).map((p) => p.nom)

test.each([
  ['', ['Mission locale', 'CCAS']],
  ['lea auber', ['CCAS']],
  ['ission', ['Mission locale']],
  ['lea martain', ['CCAS']],
  ['01 39 98', ['CCAS']],
  ['zzz 01', []],
  ['999', []],
  ['null', []],
  ['undefined', []],
])('cherche « %s » dans ce qui est écrit, jamais dans ce qui manque', (texte, noms) => {
  expect(trouves(texte)).toEqual(noms)
})
