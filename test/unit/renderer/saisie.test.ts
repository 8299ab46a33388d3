import { expect, test } from 'vitest'
import { dispositifs } from '#shared/domaine/dispositifs/index.ts'
import {
  creerFormulaire,
  Formulaire,
  libellePresence,
  presenceAnonyme,
  presenceNouvelle,
  titreBrouillon,
} from '#features/saisie/formulaire.ts'
import { versEntretien } from '#features/saisie/valider.ts'

const aujourdhui = '2026-11-22'
const vierge = () =>
  creerFormulaire(aujourdhui, '14:03', { reponses: { modalite: 'presentiel' }, reponsesSuivi: { saisine: 'plainte' } })
const lire = (formulaire: Formulaire) => versEntretien(formulaire, dispositifs.isc, aujourdhui)

test.each([
  ['dupont marie', 'Dupont', 'Marie'],
  ['DE LA TOUR Jean-pierre', 'De La Tour', 'Jean-Pierre'],
  ['marie DUPONT', 'Dupont', 'Marie'],
  ['dupont', 'Dupont', ''],
  ['D’ALMEIDA rosa', 'D’Almeida', 'Rosa'],
])('« %s » donne le nom %s et le prénom %s', (tape, nom, prenom) =>
  expect(presenceNouvelle(tape).fiche).toMatchObject({ nom, prenom }),
)

test('un brouillon rend le formulaire exactement', () => {
  const formulaire = { ...vierge(), presences: [presenceNouvelle('dupont marie')], note: 'À suivre', recherche: 'ler' }
  expect(Formulaire.parse(JSON.parse(JSON.stringify(formulaire)))).toEqual(formulaire)
})

test('le titre d’un brouillon tient dans ce que la liste accepte', () => {
  expect(titreBrouillon(vierge())).toBe('Entretien sans personne')
  expect(titreBrouillon({ ...vierge(), recherche: 'x'.repeat(300) })).toHaveLength(120)
  expect(titreBrouillon({ ...vierge(), modification: true, presences: [presenceAnonyme()] })).toBe(
    'Modification : Personne anonyme',
  )
})

test('un entretien complet devient une commande, les textes vides deviennent des absences', () => {
  const presence = { ...presenceNouvelle('dupont marie'), role: 'victime' }
  const lu = lire({
    ...vierge(),
    presences: [presence],
    echeances: [{ id: crypto.randomUUID(), date: '+7', libelle: 'Rappeler' }],
  })
  expect(lu).toMatchObject({
    entretien: {
      date: aujourdhui,
      heure: '14:03',
      dureeMinutes: null,
      suivi: { saisineDate: null, reponses: { saisine: 'plainte' } },
      presences: [{ fiche: { nom: 'Dupont', prenom: 'Marie', naissance: null, telephone: null }, role: 'victime' }],
      echeances: [{ date: '2026-11-29' }],
    },
  })
})

test('ce qui manque est dit à côté du champ, au chemin que le service emploie aussi', () => {
  const presence = presenceNouvelle('dupont')
  const fautive = { ...presence, fiche: { ...presence.fiche, naissance: '31/02/1980' } } as typeof presence
  expect(lire(vierge())).toHaveProperty('erreurs.presences')
  const lu = lire({
    ...vierge(),
    date: '30/11/2026',
    heure: '25:00',
    presences: [fautive],
    orientations: [{ id: crypto.randomUUID(), destination: null, partenaireId: null }],
  })
  expect('erreurs' in lu ? Object.keys(lu.erreurs).toSorted() : []).toEqual([
    'heure',
    'orientations.0.destination',
    'presences.0.fiche.naissance',
    'presences.0.role',
  ])
  expect(lire({ ...vierge(), date: '30/11/2026', presences: [{ ...presence, role: 'victime' }] })).toHaveProperty(
    'erreurs.date',
    'Cette date est dans le futur.',
  )
})

test('un nom tapé mais pas encore choisi n’est jamais oublié en silence', () => {
  const presence = { ...presenceAnonyme(), role: 'victime' }
  expect(lire({ ...vierge(), presences: [presence], recherche: 'leroy' })).toHaveProperty('erreurs.presences')
})

test('une personne anonyme n’a pas de nom', () => expect(libellePresence(presenceAnonyme())).toBe('Personne anonyme'))
