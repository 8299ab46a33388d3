import { describe, expect, it } from 'vitest'
import { isc } from '#shared/domaine/dispositifs/isc/index.ts'
import { lireDuree, lireHeure, uniteDeDuree } from '#shared/domaine/import/lire-duree.ts'
import { separerNom } from '#shared/domaine/import/lire-nom.ts'
import { questionsImportables } from '#shared/domaine/import/questions.ts'
import type { Correspondance } from '#shared/domaine/import/rapport.ts'
import { createLecteurDeValeurs } from '#shared/domaine/import/valeurs.ts'

describe('lire une durée', () => {
  it.each([
    ['45', 45],
    ['45 min', 45],
    ['45 minutes', 45],
    ['1h', 60],
    ['1h30', 90],
    ['1 h 05 min', 65],
    ['0:45', 45],
    ['01:30:00', 90],
    ['1,5 h', 90],
  ])('comprend « %s »', (ecrite, minutes) => {
    expect(lireDuree(ecrite, 'minutes')).toBe(minutes)
  })

  it('lit une durée de tableur et un nombre dans l’unité du titre', () => {
    expect(lireDuree({ jour: null, minutes: 45 }, 'minutes')).toBe(45)
    expect(lireDuree(1.5, uniteDeDuree('Durée (h)'))).toBe(90)
    expect(lireDuree('0,5', uniteDeDuree('Durée en heures'))).toBe(30)
    expect(lireDuree(30, uniteDeDuree('Durée (min)'))).toBe(30)
  })

  it.each(['longtemps', '1h75', '30 s', '-'])('refuse « %s »', (ecrite) => {
    expect(lireDuree(ecrite, 'minutes')).toBeUndefined()
  })

  it('lit une heure', () => {
    expect(['14h30', '9:05', '14 h', '25h'].map(lireHeure)).toEqual(['14:30', '09:05', '14:00', undefined])
    expect(lireHeure({ jour: null, minutes: 545 })).toBe('09:05')
  })
})

describe('séparer un nom écrit dans une seule case', () => {
  it.each([
    ['URBAIN Gaëlle', 'URBAIN', 'Gaëlle'],
    ['Gaëlle URBAIN', 'URBAIN', 'Gaëlle'],
    ['DE LA TOUR Élodie', 'DE LA TOUR', 'Élodie'],
    ['Marie-Anne de LA TOUR', 'de LA TOUR', 'Marie-Anne'],
    ['Mme D’ALMEIDA Zoé', 'D’ALMEIDA', 'Zoé'],
    ['Urbain, Gaëlle', 'Urbain', 'Gaëlle'],
    ['Ben Amar Zoé', 'Ben Amar', 'Zoé'],
    ['URBAIN GAËLLE', 'URBAIN', 'GAËLLE'],
    ['Urbain', 'Urbain', ''],
  ])('« %s »', (texte, nom, prenom) => {
    expect(separerNom(texte, false)).toEqual({ nom, prenom })
  })

  it('suit l’ordre que dit le titre', () => {
    expect(separerNom('Zoé Ben Amar', true)).toEqual({ nom: 'Ben Amar', prenom: 'Zoé' })
  })
})

const lire = (champ: string, texte: string, correspondance: Correspondance = {}) => {
  const question = questionsImportables(isc).find((q) => q.champ === champ)
  if (question === undefined) throw new Error(champ)
  const lecteur = createLecteurDeValeurs(correspondance)
  return {
    codes: lecteur.lire(question, texte, 7),
    inconnues: lecteur.inconnues().map((v) => v.valeur),
    ajouts: lecteur.ajouts(),
  }
}

const ajouter = (valeur: string) =>
  lire('lieu', valeur, { valeurs: { lieu: { [valeur]: { choix: 'ajouter' } } } }).codes

describe('lire les valeurs des listes', () => {
  it('reconnaît libellé, code et synonyme, sans accent ni casse', () => {
    for (const texte of ['Femme', 'F', 'mme', 'FEMME', 'Féminin']) expect(lire('sexe', texte).codes).toEqual(['femme'])
    expect(lire('problematique', 'VIOLENCES CONJUGALES').codes).toEqual(['violences-conjugales'])
    expect(lire('problematique', 'violences-conjugales').codes).toEqual(['violences-conjugales'])
  })

  it('ne coupe pas un libellé qui contient une virgule ou une barre', () => {
    expect(lire('problematiquesSecondaires', 'Rupture sociale, errance').codes).toEqual(['rupture-sociale'])
    expect(lire('problematiquesSecondaires', 'Logement, Rupture sociale, errance, Addictions').codes).toEqual([
      'logement',
      'rupture-sociale',
      'addictions',
    ])
    expect(lire('problematiquesSecondaires', 'toxicomanie/alcoolisme / Logement').codes).toEqual([
      'addictions',
      'logement',
    ])
  })

  it.each([
    'CCAS|115|Avocat',
    'CCAS, 115, Avocat',
    'CCAS / 115 / Avocat',
    'CCAS\n115\n\nAvocat',
    'CCAS ; 115;115 ; Avocat ;',
  ])('coupe « %s » une fois pour chaque valeur', (texte) => {
    expect(lire('orientations', texte)).toMatchObject({ codes: ['ccas', '115', 'avocat'], inconnues: [] })
  })

  it('ne coupe jamais une réponse unique', () => {
    expect(lire('saisine', 'Plainte / Main courante')).toMatchObject({
      codes: [],
      inconnues: ['Plainte / Main courante'],
    })
  })

  it('prend « inconnu » pour une réponse là où la liste le dit, pour une absence ailleurs', () => {
    expect(lire('connuServicesSociaux', 'Inconnu').codes).toEqual(['non'])
    for (const texte of ['inconnu', 'NSP', '?', '-', 'Non renseigné', ''])
      expect(lire('lieu', texte)).toMatchObject({ codes: [], inconnues: [] })
  })

  it('applique les trois choix à une valeur inconnue', () => {
    const avec = (choix: object) =>
      lire('lieu', 'Maison France Services', {
        valeurs: { lieu: { 'maison france services': choix } },
      } as Correspondance)
    expect(lire('lieu', 'Maison France Services').inconnues).toEqual(['Maison France Services'])
    expect(avec({ choix: 'code', code: 'mairie' })).toEqual({ codes: ['mairie'], inconnues: [], ajouts: [] })
    expect(avec({ choix: 'non-renseigne' })).toEqual({ codes: [], inconnues: [], ajouts: [] })
    expect(avec({ choix: 'ajouter' })).toEqual({
      codes: ['maison-france-services'],
      inconnues: [],
      ajouts: [{ liste: 'lieu', code: 'maison-france-services', libelle: 'Maison France Services' }],
    })
  })

  it('n’ajoute jamais un code déjà pris ni réservé', () => {
    expect(ajouter('Total')).toEqual(['total-2'])
    expect(ajouter('中文')).toEqual(['valeur'])
  })
})
