import { describe, expect, it } from 'vitest'
import { estRendezVous } from '#shared/domaine/a-saisir.ts'
import { isc } from '#shared/domaine/dispositifs/isc/index.ts'
import { parFrequence } from '#shared/domaine/frequences.ts'
import { decouperTableau, lireCollage } from '#shared/domaine/rafale/coller.ts'
import { colonnesDeRafale } from '#shared/domaine/rafale/colonnes.ts'

const colonnes = colonnesDeRafale(isc)

describe('coller depuis un tableur', () => {
  it('découpe les cellules, guillemets et retours à la ligne compris', () => {
    expect(decouperTableau('a\t"b ""c""\nd"\r\n\r\ne\tf\r\n')).toEqual([
      ['a', 'b "c"\nd'],
      ['e', 'f'],
    ])
  })

  it('range les colonnes par leurs titres, dans n’importe quel ordre, et dit celles qu’il laisse', () => {
    const collage = lireCollage('Prénom\tDate\tNOM\tCouleur\nZoé\t09/03/2025\tUrbain\tbleu', colonnes, 0, isc)
    expect(collage.lignes).toEqual([{ prenom: 'Zoé', date: '09/03/2025', nom: 'Urbain' }])
    expect(collage.ignorees).toEqual(['Couleur'])
  })

  it('les range dans l’ordre visible quand la première ligne est une donnée, depuis la cellule choisie', () => {
    expect(lireCollage('09/03/2025\tUrbain\tZoé', colonnes, 0, isc).lignes).toEqual([
      { date: '09/03/2025', nom: 'Urbain', prenom: 'Zoé' },
    ])
    expect(lireCollage('Urbain\tZoé', colonnes, 1, isc).lignes).toEqual([{ nom: 'Urbain', prenom: 'Zoé' }])
  })

  it('réunit plusieurs colonnes d’une même question', () => {
    const { lignes } = lireCollage('Date\tNom\tOrientation 1\tOrientation 2\n1/3/25\tA\tCCAS\tCIDFF', colonnes, 0, isc)
    expect(lignes[0]?.['orientations']).toBe('CCAS ; CIDFF')
  })

  it('dit ce qui déborde à droite', () => {
    expect(lireCollage('x\ty', colonnes, colonnes.length - 1, isc).ignorees).toEqual(['n° 2'])
  })
})

it('les colonnes suivent l’ordre de l’entretien, sans les questions que le poste ne pose pas', () => {
  const champs = colonnes.map((c) => c.champ)
  expect(champs.slice(0, 6)).toEqual(['date', 'nom', 'prenom', 'naissance', 'commune', 'role'])
  expect(champs).toContain('problematique')
  expect(champs).not.toContain('accueil')
  expect(champs.at(-1)).toBe('note')
})

it.each([
  ['RDV à 14 h', true],
  ['Rendez-vous mairie', true],
  ['Entretien de suivi', true],
  ['Rappeler le CCAS', false],
  ['Document à apporter', false],
  ['Rappeler pour savoir si le rendez-vous a eu lieu', false],
  ['Prendre rendez-vous à la CAF', false],
])('« %s » est un rendez-vous : %s', (libelle, attendu) => expect(estRendezVous(libelle)).toBe(attendu))

it('le plus fréquent vient d’abord, et de deux égaux le premier rencontré', () => {
  expect(parFrequence(['b', 'a', 'c', 'a', 'c'])).toEqual(['a', 'c', 'b'])
})
