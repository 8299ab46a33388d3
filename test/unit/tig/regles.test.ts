import { describe, expect, it, test } from 'vitest'
import { AccueilASaisir, erreursDAccueil } from '#shared/domaine/tig/accueil.ts'
import { alertesDe, direAlerte } from '#shared/domaine/tig/alertes.ts'
import { avertissementsDeMesure, direBornes, erreursDeMesure, type MesureTig } from '#shared/domaine/tig/mesure.ts'
import { demandeExamen, erreursDePoste, statutAu } from '#shared/domaine/tig/poste-travail.ts'
import { dispositifs } from '#shared/domaine/dispositifs/index.ts'
import { unAccueilSaisi } from './un-accueil.ts'

const prononcee = { mesure: 'tig', heures: 105, decideLe: '2025-02-01', echeance: '2026-08-01' } as const

const surHeures = (mesure: MesureTig, heures: number) =>
  erreursDeMesure({ ...prononcee, mesure, heures }, null)['heures']
const avertir = (decideLe: string) =>
  avertissementsDeMesure({ mesure: 'tnr-cp', heures: 80, decideLe, echeance: null }, null)

describe('les heures d’une mesure', () => {
  it('sont entre les bornes de la loi, comprises', () => {
    expect([19, 20, 400, 401].map((h) => surHeures('tig', h))).toEqual([
      'hors-bornes',
      undefined,
      undefined,
      'hors-bornes',
    ])
    expect([100, 101].map((h) => surHeures('tnr-cp', h))).toEqual([undefined, 'hors-bornes'])
    expect([30, 31].map((h) => surHeures('tnr-maire', h))).toEqual([undefined, 'hors-bornes'])
    expect(surHeures('reparation', 1)).toBeUndefined()
  })

  it('disent l’article qui les borne', () => {
    expect(direBornes('tig')).toBe('TIG : de 20 à 400 h (art. 131-8 du code pénal).')
    expect(direBornes('tnr-maire')).toContain('30 h au plus (art. 44-1 du code de procédure pénale)')
  })

  it('avertissent seulement quand la loi était autre le jour de la décision', () => {
    expect(avertir('2021-04-08')[0]).toContain('la limite était alors de 60 h')
    expect(avertir('2021-04-09')).toEqual([])
  })

  it('supposent seize ans au moins le jour de la décision', () => {
    expect(erreursDeMesure({ ...prononcee, mesure: 'tig-mineur' }, '2009-02-02')).toEqual({ mesure: 'trop-jeune' })
    expect(erreursDeMesure({ ...prononcee, mesure: 'tig-mineur' }, '2009-02-01')).toEqual({})
  })

  it('avertissent d’une échéance au-delà de dix-huit mois, qu’une suspension peut reporter', () => {
    expect(avertissementsDeMesure(prononcee, null)).toEqual([])
    expect(avertissementsDeMesure({ ...prononcee, echeance: '2026-08-02' }, null)[0]).toContain('131-22')
  })
})

test('un accueil n’a aucun champ pour l’infraction, le jugement, le casier, l’écrou ni les obligations', () => {
  const champs = Object.keys(AccueilASaisir.shape)
  expect(
    champs.filter((c) => /infraction|delit|jugement|casier|ecrou|obligation|note|motif|commentaire/iu.test(c)),
  ).toEqual([])
  const saisi = { ...AccueilASaisir.parse(unAccueilSaisi()), infraction: 'vol' }
  expect(AccueilASaisir.safeParse(saisi).success).toBe(false)
  // A TIG host has no parcours, and none of its judicial tables.
  expect(dispositifs.tig.listes.some((l) => l.code === 'mesure')).toBe(false)
})

const erreurs = (champs: Partial<AccueilASaisir>) => erreursDAccueil(unAccueilSaisi(champs), null, '2025-06-01')

test('une fin va avec son issue, et ne précède ni le début ni la décision', () => {
  expect(erreurs({ finLe: '2025-04-01' })).toEqual({ issue: 'attendu' })
  expect(erreurs({ issue: 'suspendu' })).toEqual({ finLe: 'attendu' })
  expect(erreurs({ finLe: '2025-03-02', issue: 'suspendu' })).toEqual({ finLe: 'avant-debut' })
  expect(erreurs({ debutLe: '2025-01-31' })).toEqual({ debutLe: 'avant-decision' })
  expect(erreurs({ finLe: '2025-06-02', issue: 'suspendu' })).toEqual({ finLe: 'futur' })
})

describe('les alertes d’un accueil', () => {
  const suivi = {
    heures: 70,
    minutes: 600,
    echeance: '2025-06-30',
    debutLe: '2025-03-03',
    finLe: null,
    issue: null,
    derniereJournee: '2025-05-20',
    examenRequis: false,
    examenVu: false,
    attestationLe: null,
    incidentsNonSignales: 0,
  }
  const codes = (champs: Partial<Parameters<typeof alertesDe>[0]>, jour: string) =>
    alertesDe({ ...suivi, ...champs }, jour).map((a) => a.code)

  it('disent le délai à soixante jours, à trente, puis passé, avec ce qu’il reste', () => {
    const recente = { derniereJournee: '2025-07-01' }
    expect(codes(recente, '2025-04-30')).toEqual([])
    expect(codes(recente, '2025-05-01')).toEqual(['limite-60'])
    expect(codes(recente, '2025-05-31')).toEqual(['limite-30'])
    expect(codes(recente, '2025-07-01')).toEqual(['limite-passee'])
    const [premiere] = alertesDe({ ...suivi, ...recente }, '2025-05-31')
    expect(premiere && direAlerte(premiere)).toBe('Délai dans 30 jours, le 30/06/2025 : reste 60 h')
  })

  it('disent le silence au-delà de quatorze jours, depuis la dernière présence ou le début', () => {
    const loin = { echeance: '2026-06-30' }
    expect(codes(loin, '2025-06-03')).toEqual([])
    expect(codes(loin, '2025-06-04')).toEqual(['sans-presence'])
    expect(codes({ ...loin, derniereJournee: null }, '2025-06-04')).toEqual(['sans-presence'])
  })

  it('ne demandent plus rien d’un accueil terminé, que l’attestation due', () => {
    const fini = { finLe: '2025-05-25' }
    expect(codes(fini, '2025-08-01')).toEqual(['attestation'])
    expect(codes({ ...fini, minutes: 0 }, '2025-08-01')).toEqual([])
    expect(codes({ ...suivi, minutes: 4200 }, '2025-08-01')).toEqual(['heures-faites'])
  })

  it('mettent en tête le délai, puis l’incident dont personne n’a été prévenu', () => {
    expect(codes({ incidentsNonSignales: 1, examenRequis: true }, '2025-06-15')).toEqual([
      'limite-30',
      'incident-a-signaler',
      'sans-presence',
      'examen-a-faire',
    ])
  })
})

test('un poste est actif de son inscription à ce qui le suspend ou le radie', () => {
  const poste = {
    inscritLe: '2025-01-10',
    statuts: [
      { statut: 'radie', du: '2025-09-01' },
      { statut: 'suspendu', du: '2025-03-01' },
      { statut: 'actif', du: '2025-04-01' },
    ],
  } as const
  const dates = ['2025-01-09', '2025-01-10', '2025-03-15', '2025-04-01', '2025-10-01']
  const lu = { inscritLe: poste.inscritLe, statuts: [...poste.statuts] }
  expect(dates.map((jour) => statutAu(lu, jour))).toEqual([null, 'actif', 'suspendu', 'actif', 'radie'])
  expect(erreursDePoste({ ...lu, inscritLe: '2025-03-02' }, '2025-12-31')).toEqual({ statuts: 'avant-inscription' })
})

test('un examen médical est demandé d’un mineur, et des postes que la loi nomme', () => {
  expect(demandeExamen(['epi', 'aptitude'], false)).toBe(false)
  expect(demandeExamen(['nuit'], false)).toBe(true)
  expect(demandeExamen([], true)).toBe(true)
})
