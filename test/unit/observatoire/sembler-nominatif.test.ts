import { describe, expect, it } from 'vitest'
import { semblerNominatif } from '#shared/domaine/observatoire/sembler-nominatif.ts'

const raisons = (texte: string, lieux: readonly string[] = []) => [
  ...new Set(semblerNominatif(texte, lieux).map((i) => i.raison)),
]

describe('une note qui semble désigner quelqu’un', () => {
  it.each([
    // Titles and family links.
    ['M. Duval met la musique trop fort', 'titre'],
    ['Bruit chez Mme Benali, tous les soirs', 'titre'],
    ['mme duval se plaint', 'titre'],
    ['Mr Ortega et son chien', 'titre'],
    ['Voir avec Monsieur Traoré', 'titre'],
    ['Mlle Petit ne dort plus', 'titre'],
    ['MME DUVAL SE PLAINT DU BRUIT', 'titre'],
    ['Le docteur Blanc a appelé', 'titre'],
    ['la famille Kowalski fait du bruit', 'titre'],
    ['les frères Da Silva', 'titre'],
    ['un jeune surnommé Zizou', 'titre'],
    ['le fils Morel encore', 'titre'],
    // Names.
    ['Kevin Martin a crié', 'nom'],
    ['Rodéo de Yassine Haddad', 'nom'],
    ['Vu Jean-Pierre Lopez au parking', 'nom'],
    ['DUPONT Jean, au hall', 'nom'],
    ['Tapage de J. Dupont', 'nom'],
    ['Karim et ses copains dans le hall', 'nom'],
    ['conflit avec Sandrine', 'nom'],
    ['dans le hall Karim Haddad', 'nom'],
    ['Nguyen Van Minh a appelé', 'nom'],
    ['Gaëlle O’Brien a vu la moto', 'nom'],
    ['KARIM ENCORE DEVANT L’ENTRÉE', 'nom'],
    // Numbers that lead to somebody.
    ['rappeler au 06 12 34 56 78', 'telephone'],
    ['tel 0612345678', 'telephone'],
    ['joindre +33 6 12 34 56 78', 'telephone'],
    ['04.42.91.90.00', 'telephone'],
    ['écrire à jean.dupont@exemple.fr', 'courriel'],
    ['vidéo de @zizou13', 'courriel'],
    ['moto AB-123-CD', 'plaque'],
    ['clio AB 123 CD grise', 'plaque'],
    ['scooter ab-123-cd', 'plaque'],
    ['vieille 205, 1234 XY 13', 'plaque'],
    ['bruit appartement 12', 'logement'],
    ['appt n° 304, tapage', 'logement'],
    ['Logement 8, 2e étage', 'logement'],
    ['porte 12 à gauche', 'logement'],
    ['apt B12', 'logement'],
    ['né le 12/03/1990', 'naissance'],
    ['1 85 05 13 055 123 45', 'numero'],
  ])('« %s » : %s', (texte, raison) => {
    expect(raisons(texte)).toContain(raison)
  })

  it('montre ce qui a donné l’alerte, et chaque raison', () => {
    expect(semblerNominatif('M. Duval, 06 12 34 56 78, moto AB-123-CD')).toEqual([
      { raison: 'titre', extrait: 'M. Duval' },
      { raison: 'telephone', extrait: '06 12 34 56 78' },
      { raison: 'plaque', extrait: 'AB-123-CD' },
    ])
  })
})

describe('une note qui ne désigne personne', () => {
  it.each([
    '',
    'Musique forte jusqu’à 2 h du matin, une dizaine de jeunes',
    'Rue Jean Jaurès, près du bus',
    'devant la place du Général de Gaulle',
    'école Jules Ferry, sortie de 16 h 30',
    'Collège Jas de Bouffan',
    'Jas de Bouffan, tour B',
    'Police Nationale prévenue',
    'La Police Nationale et la Police Municipale sont passées',
    'Centre Social fermé',
    'boulevard Victor Hugo et avenue Pierre Brossolette',
    'square Saint Louis',
    'Saint-Eutrope, parking',
    'Encagnane, hall 4',
    'Tapage à Encagnane samedi soir',
    'Dépôts Sauvages au pied de la tour',
    'Nuisances sonores. Jeunes dans le hall.',
    'Lundi Mardi et Jeudi soir',
    'Mme la maire est prévenue',
    'M. le préfet a été saisi',
    'Madame la directrice a appelé',
    'un monsieur âgé se plaint',
    'Bus 12, arrêt Pont de l’Arc',
    'le 12 mars, 3 scooters',
    'au 123 de la rue',
    '12 rue Jean Jaurès',
    '3e étage, escalier B',
    'Hall B, Entrée C et Escalier D',
    'Conseil Départemental saisi',
    'TAPAGE TOUTE LA NUIT DEVANT LA GARE',
    'PM et PN avisées, CLSPD informé',
    'Caisse d’Allocations Familiales',
    'rue des Frères Lumière',
    'Gare SNCF, quai 2',
    'Quartier Les Deux Ormes',
    'Médiation avec la Régie des Transports',
    'Fête de la musique, place de la Mairie',
    'Nuit du 13 au 14 juillet, feux de poubelles',
    'Mission Locale et France Travail',
    'le centre commercial La Pioline',
    'ligne 8 : jets de pierres sur le bus',
    'les jeunes du lycée Paul Cézanne',
    'Chiens sans laisse au parc Jean Moulin',
    '350 euros de dégâts, 2 vitres',
  ])('« %s »', (texte) => {
    expect(semblerNominatif(texte)).toEqual([])
  })

  it('ni le nom d’un secteur, quel qu’il soit et quelle que soit sa casse', () => {
    expect(raisons('Moto à Beisson Corsy ce soir')).toEqual(['nom'])
    expect(raisons('Moto à Beisson Corsy ce soir', ['Beisson Corsy'])).toEqual([])
    expect(raisons('Jules Verne : tapage', ['jules verne'])).toEqual([])
    expect(raisons('Jules Verne : tapage de Karim Haddad', ['Jules Verne'])).toEqual(['nom'])
    expect(raisons('Tapage', ['(Nord', 'a+'])).toEqual([])
  })
})
