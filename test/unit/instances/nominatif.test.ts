import { expect, test } from 'vitest'
import { codesGenreInstance } from '#shared/domaine/instances/genres.ts'
import { admetNominatif } from '#shared/domaine/instances/instance.ts'
import { aDetruireLe, erreursDePoint } from '#shared/domaine/instances/nominatif.ts'
import { charteCouvre, fonctionsSansSignataire } from '#shared/domaine/instances/signataire.ts'
import { unId } from '../../fixtures/builders.ts'

const l1325Le = '2025-01-10'

test('seuls un groupe L132-5 et une cellule de veille déclarée peuvent parler d’une personne', () => {
  const admises = codesGenreInstance.filter((genre) => admetNominatif({ genre, l1325Le }, '2025-02-01'))
  expect(admises).toEqual(['cellule-de-veille', 'groupe-l132-5'])
  for (const genre of codesGenreInstance) expect(admetNominatif({ genre, l1325Le: null }, '2025-02-01')).toBe(false)
  expect(admetNominatif({ genre: 'cellule-de-veille', l1325Le }, '2025-01-09')).toBe(false)
})

const signe = (fonction: string, signeeLe: string, retireeLe: string | null = null) => ({
  id: unId(),
  fonction,
  organisme: 'Ville',
  nom: 'Mme Signataire',
  signeeLe,
  retireeLe,
})
const presents = [
  { fonction: 'bailleur', etat: 'present' },
  { fonction: 'pjj', etat: 'present' },
  { fonction: 'spip', etat: 'excuse' },
] as const

test('chaque fonction présente doit avoir signé avant ce jour, et ne pas s’être retirée', () => {
  const registre = [signe('bailleur', '2025-01-05'), signe('pjj', '2025-01-05', '2025-03-01')]
  expect(fonctionsSansSignataire(presents, registre, '2025-02-01')).toEqual([])
  expect(charteCouvre(presents, registre, '2025-02-01')).toBe(true)
  expect(fonctionsSansSignataire(presents, registre, '2025-03-01')).toEqual(['pjj'])
  expect(fonctionsSansSignataire(presents, registre, '2025-01-04')).toEqual(['bailleur', 'pjj'])
  expect(charteCouvre([], registre, '2025-02-01')).toBe(false)
  expect(charteCouvre([{ fonction: 'bailleur', etat: 'excuse' }], registre, '2025-02-01')).toBe(false)
})

const point = {
  id: unId(),
  reunionId: unId(),
  personneId: null,
  designation: 'A. B.',
  naissance: 2008,
  origine: 'bailleur',
  besoin: 'logement',
  decision: 'Proposer un rendez-vous',
  acteur: 'bailleur',
  pourLe: '2025-03-01',
  faiteLe: null,
  finSuivi: null,
}

const erreurs = (champs: object) => erreursDePoint({ ...point, ...champs }, '2025-02-01', '2025-02-10')

test('rien n’est gardé trois ans après la fin du suivi, ni au-delà de vingt-cinq ans', () => {
  expect(aDetruireLe({ naissance: 2008, finSuivi: null })).toBe('2033-01-01')
  expect(aDetruireLe({ naissance: 2008, finSuivi: '2025-06-01' })).toBe('2028-06-01')
  expect(aDetruireLe({ naissance: 2002, finSuivi: '2026-06-01' })).toBe('2027-01-01')
})

test('un point a une personne et une seule, de moins de vingt-cinq ans, et des dates qui se suivent', () => {
  expect(erreurs({})).toEqual({})
  expect(erreurs({ designation: null })).toEqual({ designation: 'une-seule' })
  expect(erreurs({ personneId: unId() })).toEqual({ designation: 'une-seule' })
  expect(erreurs({ naissance: 2000 })).toEqual({ naissance: 'plus-de-25-ans' })
  expect(erreurs({ naissance: 2026 })).toEqual({ naissance: 'futur' })
  expect(erreurs({ pourLe: '2025-01-31' })).toEqual({ pourLe: 'avant-reunion' })
  expect(erreurs({ faiteLe: '2025-02-11' })).toEqual({ faiteLe: 'futur' })
  expect(erreurs({ finSuivi: '2025-02-11' })).toEqual({ finSuivi: 'futur' })
})
