import { describe, expect, it } from 'vitest'
import { motsCherches, texteDeRecherche } from '#shared/domaine/recherche.ts'
import { unePersonne } from '../../fixtures/builders.ts'

describe('le texte où l’on cherche une personne', () => {
  it('commence par le nom, sans accents, et redit d’un seul tenant ce qui a des espaces', () => {
    const personne = unePersonne({
      nom: 'D’Almeida',
      prenom: 'Éva',
      naissance: '1987-04-09',
      telephone: '+33 6 39 98 12 34',
    })
    expect(texteDeRecherche(personne)).toBe(' d almeida eva dalmeida 0639981234 19870409')
    expect(texteDeRecherche({ ...personne, nom: 'Roy', naissance: '1987', telephone: null })).toBe(' roy eva 1987')
  })

  it.each([
    ['Éva d’AL', ['eva', 'd', 'al']],
    ['06 39 98', ['063998']],
    ['+33 6 39 98 12 34', ['0639981234']],
    ['9/4/1987', ['19870409']],
    ['dupont 09.04.1987', ['dupont', '19870409']],
    ['%_"\'', []],
  ])('comprend « %s »', (texte, mots) => {
    expect(motsCherches(texte)).toEqual(mots)
  })
})
