import { describe, expect, it } from 'vitest'
import { isc } from '#shared/domaine/dispositifs/isc/index.ts'
import type { Cellule, Grille } from '#shared/domaine/import/cellule.ts'
import { lireGrilles } from '#shared/domaine/import/lecture.ts'
import type { Correspondance } from '#shared/domaine/import/rapport.ts'

const uneGrille = (lignes: readonly (readonly Cellule[])[], feuille: string | null = null): Grille => ({
  feuille,
  lignes: lignes.map((cellules, rang) => ({ numero: rang + 1, cellules })),
})
const lire = (lignes: readonly (readonly Cellule[])[], correspondance: Correspondance = {}) =>
  lireGrilles([uneGrille(lignes)], isc, correspondance, '2026-11-22')
const champs = (entete: readonly string[], correspondance: Correspondance = {}) =>
  lire(
    [entete, entete.map((t) => (t.toLowerCase().includes('date') ? '09/03/2012' : ''))],
    correspondance,
  ).colonnes.map((c) => c.champ)

describe('reconnaître les colonnes', () => {
  it('ne tient compte ni des accents, ni de la casse, ni des petits mots, ni de l’ordre', () => {
    expect(
      champs(['PRENOM', 'nom', 'DATE DE L’ENTRETIEN', 'Né(e) le', 'N° de dossier', 'connu services sociaux ?']),
    ).toEqual(['prenom', 'nom', 'date', 'naissance', 'dossier', 'connuServicesSociaux'])
    expect(champs(['Date', 'Origine de la saisine', 'Motif', 'Type de public', 'Durée (min)', 'Remarques'])).toEqual([
      'date',
      'saisine',
      'problematique',
      'role',
      'duree',
      'note',
    ])
  })

  it('trouve la ligne des titres sous un titre, et la numérote comme le tableur', () => {
    const lecture = lire([
      ['Suivi ISC 2012'],
      ['Date du tirage', '03/01/2013'],
      ['Date', 'Nom'],
      ['09/03/2012', 'Urbain'],
    ])
    expect(lecture).toMatchObject({ nombre: 1, problemes: [] })
    expect(lecture.lignes[0]).toMatchObject({ numero: 4, date: '2012-03-09' })
  })

  it('ne garde que la première de deux colonnes de même sens, et nomme l’autre', () => {
    const lecture = lire([
      ['Date', 'Nom', 'Ville', 'Commune', 'Âge', ''],
      ['09/03/2012', 'Urbain', 'Pantin', 'Bobigny', '33', 'sans titre'],
    ])
    expect(lecture.colonnesInconnues).toEqual(['Commune', 'Âge', 'Colonne F'])
    expect(lecture.lignes[0]?.personne.commune).toBe('Pantin')
  })

  it('suit la correspondance de l’utilisateur, même contre les noms', () => {
    const choix = { colonnes: { Quand: 'date', DATE: null, 'ville de naissance': null, Ville: 'lieu' } }
    expect(champs(['Quand', 'Date', 'Nom', 'Ville'], choix)).toEqual(['date', null, 'nom', 'lieu'])
  })

  it('refuse une correspondance qui nomme ce qui n’existe pas', () => {
    const lignes = [['Date', 'Nom']]
    expect(() => lire(lignes, { colonnes: { Nom: 'casier' } })).toThrow('valeur-inconnue')
    expect(() => lire(lignes, { valeurs: { lieu: { x: { choix: 'code', code: 'lune' } } } })).toThrow('valeur-inconnue')
  })

  it('dit qu’il n’a pas trouvé les titres, et montre ceux qu’il a vus', () => {
    const lecture = lire([
      ['Quand', 'Nom', 'Prénom'],
      ['09/03/2012', 'Urbain', 'Zoé'],
    ])
    expect(lecture.problemes).toHaveLength(1)
    expect(lecture.colonnes.map((c) => c.titre)).toEqual(['Quand', 'Nom', 'Prénom'])
  })

  it('lit la première feuille qui convient, et nomme les autres', () => {
    const bonne = [
      ['Date', 'Nom'],
      ['09/03/2012', 'Urbain'],
    ]
    const lecture = lireGrilles(
      [uneGrille([['Notice']], 'Lisez-moi'), uneGrille(bonne, '2012'), uneGrille(bonne, '2013')],
      isc,
      {},
      '2026-11-22',
    )
    expect(lecture).toMatchObject({ feuille: '2012', nombre: 1 })
    expect(lecture.avertissements[0]?.message).toContain('« 2013 »')
  })
})

describe('lire les lignes', () => {
  const entete = ['Date', 'Nom', 'Prénom', 'Date de naissance', 'Durée', 'Date de saisine', 'Observations']

  it('dit chaque impossibilité, avec sa ligne, sa colonne et sa raison', () => {
    const { problemes, lignes } = lire([
      entete,
      ['31/02/2012', 'Urbain', 'Zoé'],
      ['', 'Urbain', 'Zoé'],
      ['09/03/2031', 'Urbain', 'Zoé'],
      ['09/03/1912', 'Urbain', 'Zoé'],
      ['09/03/2012', 'Urbain', 'Zoé', '10/03/2012', 'trop', '10/03/2012', 'x'.repeat(1001)],
      ['09/03/2012', 'Urbain', 'Zoé', '01/01/1890', '2000'],
      ['09/03/2012', 'Urbain', 'Zoé', '01/01/1990', '45', '08/03/2012', 'vue'],
    ])
    expect(problemes.map(({ ligne, colonne }) => `${ligne} ${colonne}`)).toEqual([
      '2 Date',
      '3 Date',
      '4 Date',
      '5 Date',
      '6 Date de naissance',
      '6 Durée',
      '6 Observations',
      '6 Date de saisine',
      '7 Date de naissance',
      '7 Durée',
    ])
    expect(problemes[0]?.raison).toBe('« 31/02/2012 » n’est pas une date du calendrier. Écrivez-la JJ/MM/AAAA.')
    expect(lignes.map((l) => l.numero)).toEqual([8])
  })

  it('ne cite jamais un nom tombé dans la mauvaise colonne', () => {
    const { problemes } = lire([entete, ['Urbain', 'Zoé'], ['09/03/2012', 'x', 'y', 'Gaëlle Urbain']])
    expect(JSON.stringify(problemes)).not.toContain('Urbain')
  })

  it('place une naissance à deux chiffres avant l’entretien', () => {
    const { lignes } = lire([entete, ['9/3/12', 'Urbain', 'Zoé', '1/2/20'], ['9/3/12', 'Urbain', 'Léo', '1/2/09']])
    expect(lignes.map((l) => l.personne.naissance)).toEqual(['1920-02-01', '2009-02-01'])
  })

  it('accepte une année de naissance seule, écrite ou numérique', () => {
    const { lignes } = lire([entete, ['9/3/12', 'Urbain', 'Zoé', 1975], ['9/3/12', 'Urbain', 'Léo', '1980']])
    expect(lignes.map((l) => l.personne.naissance)).toEqual(['1975', '1980'])
  })

  it('compte anonyme une ligne sans nom, et ne garde pas le nom d’une ligne dite anonyme', () => {
    const lecture = lire([
      ['Date', 'Nom et prénom', 'Anonyme', 'Tél'],
      ['9/3/12', '', '', 612_345_678],
      ['9/3/12', 'Anonyme', '', ''],
      ['9/3/12', 'URBAIN Zoé', 'oui', ''],
      ['9/3/12', 'URBAIN Zoé', 'non', 612_345_678],
      ['9/3/12', 'Na Li', '', ''],
    ])
    expect(lecture.lignes.map(({ personne: p }) => [p.anonyme, p.nom, p.prenom, p.telephone])).toEqual([
      [true, '', '', null],
      [true, '', '', null],
      [true, '', '', null],
      [false, 'URBAIN', 'Zoé', '0612345678'],
      [false, 'Na', 'Li', null],
    ])
    expect(lecture.avertissements).toContainEqual({
      lignes: [4],
      message: 'Ligne dite anonyme : le nom écrit n’est pas gardé.',
    })
  })

  it('garde « Non renseigné » pour un public absent, et le signale', () => {
    const { lignes, avertissements } = lire([
      ['Date', 'Nom', 'Prénom', 'Public'],
      ['9/3/12', 'Urbain', 'Zoé', 'NSP'],
    ])
    expect(lignes[0]?.role).toBe('non-renseigne')
    expect(avertissements.map((a) => a.lignes)).toEqual([[2]])
  })

  it('refuse un fichier sans ligne de données', () => {
    expect(lire([entete]).problemes).toHaveLength(1)
  })
})
