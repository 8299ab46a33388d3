import { describe, expect, it } from 'vitest'
import { clePhonetique, phonetique, texteEntendu } from '#shared/domaine/phonetique.ts'

/** Each line: spellings of one name, as different agents write what they hear. */
const memes = [
  'Lefebvre Lefèvre LEFEUVRE',
  'Dupont Dupond DUPONS',
  'Durand Durant',
  'Martin MARTAIN',
  'Moreau Moraud Maureau Morot',
  'Renault Renaud Renaut Reno',
  'Thibault Thibaut Tibaud Tibo',
  'Lemaire Lemère',
  'Faure Fort Fore',
  'Henry Henri Enri',
  'Caron Karon',
  'Marchand Marchant',
  'Lacroix Lakrois',
  'Leroy Le-Roy Leroi',
  'Legrand Le-Grand Legrant',
  'Legall Le-Gall LE-GAL',
  'Perrin Perin Perrain',
  'Lebrun Lebrin',
  'Leblanc Leblan',
  'Deschamps Deschamp Dechamps',
  'Lévêque Leveque Levesque',
  'Benoît Benoist Benoit',
  'Roux Rou',
  'Philippe Filip Phillipe',
  'Christophe Cristofe Kristof',
  'Chloé Cloé Kloé',
  'Cyril Cyrille Siril',
  'Sylvie Silvie Sylvi',
  'Jérôme Gérome Jerome',
  'Geoffrey Joffrey Joffrai',
  'Georges George',
  'Aurélie Orélie',
  'Isabelle Izabelle Isabel',
  'Catherine Katherine Caterine',
  'Frédéric Frederick Frédérique',
  'François Francois',
  'Françoise Francoise',
  'Nicolas Nikolas',
  'Julien Julyen',
  'Guérin Gueryn',
  'Édouard Edward Edouar',
  'Mohamed Mohammed MOHAMMET',
  'Khadija Khadidja Kadija Kadidja',
  'Aïcha Aisha Aicha',
  'Youssef Yousef Youcef',
  'Yacine Yassine Iassine',
  'Djibril Jibril',
  'Djamila Jamila',
  'Ouassim Wassim',
  'Kouamé Kwame',
  'Souleymane Suleymane',
  'Mamadou Mamadu',
  'Moustapha Mustafa',
  'Abdallah Abdalla',
  'Bencheikh Ben-Cheik Bencheik',
  'Benali Ben-Ali',
  'Coulibaly Koulibali',
  'Cissokho Sissoko',
  'Cissé Sissé Cisse',
  'Camara Kamara',
  'Keïta Keita Kéita',
  'Diarra Diara',
  'Ndiaye N’Diaye Ndiay',
  'Traoré Traore',
  'Bâ Bah BA',
  'Sow So',
  'Nguyen N’Guyen Nguyên',
  'Da-Silva Dasilva Dassilva',
  'Fernandez Fernandes',
  'Rodriguez Rodrigues',
  'Gonçalves Goncalvez',
  'Kowalski Kovalsky',
  'Schmitt Schmidt Chmit',
  'Meyer Meier Mayer',
  'Hoffmann Hofman',
  'Yılmaz Yilmas',
]

const differents = [
  'Martin Martine',
  'Simon Simone',
  'Jean Jeanne',
  'Lucien Lucienne',
  'Christian Christiane',
  'Girard Gérard',
  'Fort Foret',
  'Benoît Benoîte',
  'Louis Louise',
  'Bernard Bertrand',
  'Petit Petitjean',
  'Dubois Dumas',
  'Moreau Morin',
  'Roux Roy',
  'Laurent Laurence',
  'Garnier Garcia',
  'Lambert Lombard',
  'Fatima Fatou',
  'Karim Karima',
  'Samir Samira',
  'Diallo Diarra',
  'Traoré Touré',
  'Sy Sow',
  'Ali Alia',
  'Amin Amina',
  'Ibrahim Ibrahima',
  'Marie Maria',
  'Léa Léo',
  'Guillot Gilot',
  'Silva Salva',
  'Rossi Russo',
]

const cles = (ligne: string) => ligne.split(' ').map((nom) => phonetique(nom))

describe('la clé phonétique', () => {
  it.each(memes)('est la même à l’oreille : %s', (ligne) => {
    expect(new Set(cles(ligne)).size).toBe(1)
  })

  it.each(differents)('sépare ce qui s’entend : %s', (ligne) => {
    expect(new Set(cles(ligne)).size).toBe(2)
  })

  it('ne dépend ni des accents, ni de la casse, ni des espaces, et se tait devant ce qui n’est pas un nom', () => {
    expect(phonetique(' d’ALMÉIDA ')).toBe(phonetique('Dalmeida'))
    expect(phonetique('06 12 - !')).toBe('')
    expect(phonetique('')).toBe('')
  })

  it('reconnaît deux personnes aux noms échangés', () => {
    expect(clePhonetique({ nom: 'Lefèvre', prenom: 'Anne-Marie' })).toBe(
      clePhonetique({ nom: 'Annemarie', prenom: 'LEFEBVRE' }),
    )
  })

  it('garde chaque mot d’un nom composé et le nom d’une pièce', () => {
    expect(texteEntendu({ nom: 'Le Gall', prenom: 'Zoé' }).split(' ').filter(Boolean)).toEqual(
      ['Le', 'Gall', 'LeGall', 'Zoé'].map(phonetique),
    )
  })
})
