import { describe, expect, it } from 'vitest'
import { comparer, enPhrase, type IdentiteComparee, vraisemblance } from '#shared/domaine/doublon.ts'

const qui = (champs: Partial<IdentiteComparee> = {}): IdentiteComparee => ({
  nom: 'Lefèvre',
  prenom: 'Lucie',
  naissance: '1990-05-04',
  telephone: null,
  commune: null,
  ...champs,
})
const raisons = (champs: Partial<IdentiteComparee>, de: Partial<IdentiteComparee> = {}) =>
  comparer(qui(de), qui(champs))?.raisons

describe('deux fiches qui sont peut-être une seule personne', () => {
  it('le sont d’autant plus que plus de choses concordent', () => {
    const scores = [
      comparer(qui(), qui({ naissance: '1961-12-30' })),
      comparer(qui(), qui({ nom: 'LEFEBVRE', naissance: null })),
      comparer(qui(), qui({ naissance: null })),
      comparer(qui(), qui({ naissance: '1990-04-05' })),
      comparer(qui(), qui()),
    ].map((r) => r?.score)
    expect(scores).toEqual([40, 50, 60, 85, 95])
    const tout = { telephone: '06 39 98 12 34', commune: 'Pantin' }
    expect(comparer(qui(tout), qui({ telephone: '+33 6 39 98 12 34', commune: 'PANTIN' }))?.score).toBe(100)
  })

  it('dit pourquoi', () => {
    expect(raisons({ nom: 'LEFEBVRE' })).toEqual(['noms-entendus', 'naissance-meme'])
    expect(raisons({ nom: 'Lucie', prenom: 'Lefèvre', naissance: null })).toEqual(['memes-noms'])
    expect(raisons({ naissance: '1990-04-05' })).toEqual(['memes-noms', 'naissance-inversee'])
    expect(raisons({ naissance: '1990-05-14' })).toEqual(['memes-noms', 'naissance-faute'])
    expect(raisons({ naissance: '1961-12-30' })).toEqual(['memes-noms', 'naissance-autre'])
    expect(raisons({ naissance: '9190-05-04' })).toEqual(['memes-noms', 'naissance-faute'])
    expect(raisons({ naissance: '1990' })).toEqual(['memes-noms', 'annee-meme'])
    expect(raisons({ naissance: '1991' })).toEqual(['memes-noms', 'naissance-faute'])
    expect(raisons({ nom: 'Bernard', commune: 'Pantin' }, { commune: 'pantin' })).toEqual([
      'prenom-entendu',
      'naissance-meme',
      'commune-meme',
    ])
    expect(raisons({ nom: 'Letèvre', naissance: null })).toEqual(['noms-proches'])
  })

  it('ne le sont pas quand rien ne le dit, quand une sœur est née le même jour ou quand seul le téléphone est commun', () => {
    const chacun = { telephone: '0639981234', commune: 'Pantin' }
    for (const autre of [
      { nom: 'Bernard', naissance: null },
      { nom: 'Bernard', prenom: 'Hugo' },
      { prenom: 'Hugo', commune: 'Pantin' },
      { ...chacun, nom: 'Bernard', prenom: 'Hugo', naissance: '1988-01-01' },
      { nom: 'LEFEBVRE', naissance: '1951-12-30' },
    ])
      expect([autre, comparer(qui({ commune: 'Pantin', telephone: '0639981234' }), qui(autre))]).toEqual([
        autre,
        undefined,
      ])
  })

  it('compare dans les deux sens', () => {
    const [a, b] = [qui({ naissance: '1990' }), qui({ nom: 'Lefevbre' })]
    expect(comparer(a, b)).toEqual(comparer(b, a))
  })

  it('se dit en une phrase', () => {
    const [a, b] = [qui(), qui({ nom: 'Lefebvre', naissance: '1990-04-05', commune: 'Pantin' })]
    const ressemblance = comparer(a, b)
    expect(ressemblance === undefined ? '' : enPhrase(ressemblance, a, b)).toBe(
      'Même nom à l’oreille ; naissance : jour et mois inversés (04/05/1990 et 05/04/1990)',
    )
    expect([95, 70, 40].map(vraisemblance)).toEqual(['très probable', 'probable', 'possible'])
  })
})
