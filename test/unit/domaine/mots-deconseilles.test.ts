import { describe, expect, it, test } from 'vitest'
import { motsDeconseilles } from '#shared/domaine/mots-deconseilles.ts'

describe('une note', () => {
  it.each([
    ['Se dit schizophrène, suivie en psychiatrie', ['schizophrène sante', 'psychiatrie sante']],
    ['DÉPRESSION depuis mars', ['DÉPRESSION sante']],
    ['Monsieur est récidiviste, écrou connu', ['récidiviste justice', 'écrou justice']],
    ['Famille musulmane, fils homosexuel', ['musulmane opinion', 'homosexuel opinion']],
    ['Menteuse et hystérique', ['Menteuse jugement', 'hystérique jugement']],
    ['dépressif, très Dépressif', ['Dépressif sante']],
  ])('« %s » est signalée', (note, attendus) => {
    expect(motsDeconseilles(note).map(({ mot, raison }) => `${mot} ${raison}`)).toEqual(attendus)
  })

  it.each([
    'Violences conjugales, plainte déposée, certificat de l’UMJ remis.',
    'Hébergement d’urgence demandé au 115 ; rappeler l’assistante sociale lundi.',
    'Romainville, rue du Cancale ; a un rendez-vous au centre hospitalier.',
    'Suivi par l’association Juivisy-Accueil et par le club Sidaction ? à vérifier',
    'A démenti avoir reçu le courrier.',
    'Mesure d’assistance éducative en cours, assistée par Me D.',
  ])('« %s » ne l’est pas', (note) => {
    expect(motsDeconseilles(note)).toEqual([])
  })
})

test('rien n’est signalé d’un texte vide', () => {
  expect(motsDeconseilles('')).toEqual([])
})
