import { expect, test } from 'vitest'
import { avancer, grilleDe, semaineDe } from '#shared/domaine/agenda/calendrier.ts'
import { composerAgenda, enRetard, type SourcesAgenda } from '#shared/domaine/agenda/composer.ts'
import { heureDite } from '#shared/domaine/agenda/evenement.ts'
import { cvp } from '#shared/domaine/dispositifs/cvp/index.ts'
import { desFaits, unPassage, uneDemarche, uneMesure, unRepere } from '../parcours/des-faits.ts'
import { unId } from '../../fixtures/builders.ts'

const jour = '2025-06-02'
const juin = { du: '2025-06-01', au: '2025-06-30' }
const suivi = { id: unId(), numero: 7 }
const ali = { id: unId(), libelle: 'KEITA Ali' }

const uneEcheance = (
  date: string,
  libelle: string,
  faiteLe: string | null = null,
): SourcesAgenda['echeances'][number] => ({
  id: unId(),
  suivi,
  entretienId: null,
  date,
  libelle,
  faiteLe,
  personnes: [ali],
})
const composer = (sources: Partial<SourcesAgenda>, periode = juin) => composerAgenda(cvp, sources, periode, jour)
const resumer = (evenements: ReturnType<typeof composer>) => evenements.map((e) => `${e.date} ${e.genre} ${e.titre}`)

test('un rendez-vous se reconnaît à ses mots, prend l’heure qu’ils disent, et passe avant ce qui n’en a pas', () => {
  const echeances = [
    uneEcheance('2025-06-05', 'Rappeler le CCAS'),
    uneEcheance('2025-06-05', 'RDV mission locale 14h30'),
    uneEcheance('2025-06-05', 'Visite à 9 h'),
  ]
  expect(composer({ echeances }).map(({ genre, heure }) => [genre, heure])).toEqual([
    ['rendez-vous', '09:00'],
    ['rendez-vous', '14:30'],
    ['echeance', null],
  ])
})

test.each([
  ['RDV 14h30', '14:30'],
  ['à 9 h', '09:00'],
  ['8:05 au greffe', '08:05'],
  ['permanence de 14h à 17h', '14:00'],
  ['Rendre le dossier sous 48h', null],
  ['3 heures de bénévolat', null],
  ['12,5h faites', null],
  ['Relancer 25h', null],
  ['Rappeler le CCAS', null],
])('« %s » dit %s', (texte, heure) => {
  expect(heureDite(texte)).toBe(heure)
})

test('les bornes de la période comptent, ce qui est au-delà n’y est pas', () => {
  const echeances = ['2025-05-31', '2025-06-01', '2025-06-30', '2025-07-01'].map((date) =>
    uneEcheance(date, 'Relancer'),
  )
  expect(composer({ echeances }).map((e) => e.date)).toEqual(['2025-06-01', '2025-06-30'])
})

test('une sortie prévue, une horloge de la loi, une démarche et une décision viennent du parcours', () => {
  const faits = desFaits({
    personnes: [{ ...ali, naissance: null }],
    passages: [unPassage({ entree: '2025-01-01' })],
    reperes: [unRepere('sortie-prevue', '2025-06-20')],
    mesures: [uneMesure('sp', '2025-03-15')],
    demarches: [
      { ...uneDemarche('cni', 'engagee'), echeance: '2025-06-10' },
      { ...uneDemarche('cni', 'aboutie'), echeance: '2025-06-11' },
    ],
    decisions: [
      {
        id: unId(),
        comiteId: unId(),
        date: '2025-05-20',
        decision: 'Proposer un hébergement',
        acteur: 'ccas',
        pourLe: '2025-06-12',
        faiteLe: null,
      },
    ],
  })
  const agenda = composer({ parcours: [faits] })
  expect(agenda.map((e) => [e.date, e.genre, e.fait, e.libre])).toEqual([
    ['2025-06-10', 'demarche', false, false],
    ['2025-06-11', 'demarche', true, false],
    ['2025-06-12', 'decision', false, true],
    ['2025-06-15', 'legale', false, false],
    ['2025-06-20', 'sortie', false, false],
  ])
  expect(new Set(agenda.map((e) => e.suivi?.numero))).toEqual(new Set([1]))
})

test('une réunion donne son heure et son lieu, et ses décisions le jour où elles sont dues', () => {
  const reunion = {
    id: unId(),
    instanceId: unId(),
    date: '2025-06-03',
    heure: '14:30',
    lieu: 'Mairie',
    convoqueeLe: null,
    ordreDuJour: [],
    presences: [],
    decisions: [{ id: unId(), decision: 'Relancer la charte', acteur: 'maire', pourLe: '2025-06-17', faiteLe: null }],
  }
  const agenda = composer({ reunions: [reunion], instances: [{ id: reunion.instanceId, nom: 'Plénière' }] })
  expect(resumer(agenda)).toEqual(['2025-06-03 reunion Plénière', '2025-06-17 decision Relancer la charte'])
  expect(agenda[0]).toMatchObject({ heure: '14:30', lieu: 'Mairie', suivi: null, personnes: [], sourceId: reunion.id })
})

test('un accueil donne son premier jour et la fin de son délai', () => {
  const accueil = {
    id: unId(),
    numero: 3,
    personneId: ali.id,
    personne: ali.libelle,
    service: 'spip',
    posteId: null,
    poste: 'Parcs',
    heures: 70,
    minutes: 0,
    echeance: '2025-06-28',
    debutLe: '2025-06-16',
    finLe: null,
    issue: null,
    etat: 'a-venir' as const,
    alertes: [],
  }
  expect(resumer(composer({ accueils: [accueil] }))).toEqual([
    '2025-06-16 arrivee Premier jour d’accueil',
    '2025-06-28 delai Dernier jour pour faire les heures',
  ])
})

test('est en retard ce qui se fait, qui est dû avant ce jour, et qui n’est pas fait', () => {
  const echeances = [
    uneEcheance('2025-06-01', 'Rappeler'),
    uneEcheance('2025-06-01', 'Rappeler, fait', '2025-06-01'),
    uneEcheance(jour, 'Rappeler aujourd’hui'),
  ]
  const comites = [{ id: unId(), date: '2025-06-01', forme: 'projet' as const, participants: [], decisions: [] }]
  expect(enRetard(composer({ echeances, comites }), jour).map((e) => e.titre)).toEqual(['Rappeler'])
})

test('la semaine commence le lundi, et le mois montre les semaines entières qui le touchent', () => {
  expect(semaineDe('2026-11-22')).toEqual([
    '2026-11-16',
    '2026-11-17',
    '2026-11-18',
    '2026-11-19',
    '2026-11-20',
    '2026-11-21',
    '2026-11-22',
  ])
  const novembre = grilleDe('mois', '2026-11-22')
  expect(novembre).toHaveLength(6)
  expect([novembre[0]?.[0], novembre.at(-1)?.at(-1)]).toEqual(['2026-10-26', '2026-12-06'])
  const fevrier = grilleDe('mois', '2027-02-15')
  expect([fevrier.length, fevrier[0]?.[0], fevrier.at(-1)?.at(-1)]).toEqual([4, '2027-02-01', '2027-02-28'])
})

test('avancer d’un mois depuis le 31 reste dans le mois suivant', () => {
  expect(avancer('mois', '2026-01-31', 1)).toBe('2026-02-28')
  expect(avancer('semaine', '2026-01-01', -1)).toBe('2025-12-25')
})
