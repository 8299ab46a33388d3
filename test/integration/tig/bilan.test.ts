import { expect, test } from 'vitest'
import { compterPersonnes, lireAnnees, lireFaits } from '#db/queries/bilan.ts'
import { colonnesDuTig } from '#db/queries/tig/faits.ts'
import type { AccueilASaisir } from '#shared/domaine/tig/accueil.ts'
import { ajouterJours } from '#shared/utils/dates.ts'
import { apercuDe } from '../../fixtures/preparer.ts'
import { valeur } from '../../fixtures/service.ts'
import { unId } from '../../fixtures/builders.ts'
import { uneLigne, unPoste, unServiceTig } from './un-accueil.ts'

const annee = { du: '2025-01-01', au: '2025-12-31' }
const maintenant = new Date('2025-12-31T12:00:00')

/** Twelve accueils done whole, eight half done, six no-shows, seven minors still there; five incidents. */
const unHote = async () => {
  const service = await unServiceTig()
  const { api, recevoir, horloge } = service
  horloge.instant = maintenant
  const poste = unPoste({ ouvertAuxMineurs: true, places: 20 })
  await valeur(api.tig.enregistrerPoste(poste))
  const accueillir = async (jours: number, champs: Partial<AccueilASaisir>, naissance = '1990-05-05') => {
    const qui = { nom: 'Zzmarque', prenom: `Zz${unId()}`, naissance, reponses: { sexe: 'homme' } }
    const dates = { decideLe: '2025-01-20', debutLe: '2025-03-03', ...champs }
    const textes = { heures: 40, posteId: poste.id, referent: 'Zzreferent', encadrant: 'Zzencadrant' }
    const { finLe = null, issue = null, ...ouvert } = { ...textes, ...dates }
    const accueil = await recevoir(ouvert, qui)
    // Half past eight to one less half an hour: four hours, to the minute.
    for (let j = 0; j < jours; j += 1) {
      const date = ajouterJours(dates.debutLe ?? annee.du, j)
      const ligne = uneLigne(accueil.suiviId, { date, debut: 510, fin: 780, pause: 0, repas: 30 })
      await valeur(api.tig.noterJournee(ligne))
    }
    if (finLe !== null) await valeur(api.tig.enregistrer({ ...accueil, finLe, issue }))
    return accueil
  }
  const plusieurs = async (n: number, jours: number, champs: Partial<AccueilASaisir>, naissance?: string) => {
    const faits: AccueilASaisir[] = []
    for (let i = 0; i < n; i += 1) faits.push(await accueillir(jours, champs, naissance))
    return faits
  }
  const entiers = await plusieurs(12, 10, { finLe: '2025-03-20', issue: 'execute-total' })
  await plusieurs(8, 5, { service: 'pjj', finLe: '2025-04-20', issue: 'execute-partiel-reoriente' })
  await plusieurs(6, 0, { finLe: '2025-03-04', issue: 'non-presente' })
  const mineurs = { mesure: 'tig-mineur', service: 'pjj', decideLe: '2025-09-01', debutLe: '2025-09-02' } as const
  await plusieurs(7, 2, mineurs, '2008-06-06')
  for (const { suiviId } of entiers.slice(0, 5))
    await valeur(api.tig.noterIncident({ id: unId(), suiviId, date: '2025-03-05', genre: 'retard', signaleLe: null }))
  return Object.assign(service, { accueillir })
}

test('lit du TIG ces colonnes, et rien qui nomme quelqu’un', async () => {
  expect(Object.values(colonnesDuTig).flat().toSorted()).toEqual([
    'a.debut_le as debutLe',
    'a.decide_le as decideLe',
    'a.heures',
    'a.mesure',
    'a.minutes_reprises as minutesReprises',
    'a.personne_id as personneId',
    'a.poste_id as posteId',
    'a.service',
    'a.suivi_id as suiviId',
    'i.date',
    'i.genre',
    'i.id',
    'i.suivi_id as suiviId',
    'j.date',
    'j.suivi_id as suiviId',
    's.clos_le as closLe',
    's.motif_cloture as issue',
    't.id',
    't.inscrit_le as inscritLe',
    't.places',
  ])
  const { db, recevoir } = await unServiceTig()
  await recevoir({ referent: 'Zzreferent', encadrant: 'Zzencadrant' }, { nom: 'Zzmarque' })
  expect(JSON.stringify(await lireFaits(db(), 'tig', annee))).not.toMatch(/Zz/iu)
})

test('fait d’un vrai coffre le bilan de l’hôte, heures et taux à 6 mois compris', async () => {
  const { db } = await unHote()
  const bilan = await apercuDe(db(), { dispositif: 'tig', ...annee, seuil: 5 }, maintenant)
  expect(bilan.indicateurs).toMatchObject({
    personnes: 33,
    premiersAccueils: 33,
    mineurs: 7,
    accueils: 33,
    accueilsTermines: 26,
    partExecutes: 46.2,
    partNonPresentes: 23.1,
    incidents: 5,
    partSansIncident: 84.8,
    heuresEffectuees: 696,
    heuresMoyennes: 40,
    heuresPrononceesTermines: 1040,
    heuresFaitesTermines: 640,
    tauxHeures: 61.5,
    'execution-6': 46.2,
    'execution-6-n': 26,
    'execution-12-n': 0,
    postesOuverts: 1,
    postesPourvus: 1,
    places: 20,
    remplissage: 35,
  })
  const serie = bilan.tableaux.find((t) => t.id === 'personnes-par-annee')
  expect(serie?.definition).toContain('accueillies un jour au moins')
  expect(JSON.stringify(bilan)).not.toMatch(/Zz|Espaces verts|Keita/iu)
})

test('compte dans la base à douze mois qui n’a plus rien eu dans l’année, et en ôte qui est annulé ou sans date', async () => {
  const { db, api, horloge, recevoir } = await unServiceTig()
  horloge.instant = new Date('2026-12-31T12:00:00')
  const faits = { heures: 40, debutLe: '2025-03-03', finLe: '2025-03-20' }
  for (let i = 0; i < 6; i += 1) await recevoir({ ...faits, issue: 'execute-total' }, { nom: `Fait${i}` })
  for (let i = 0; i < 5; i += 1) await recevoir({ ...faits, issue: 'non-presente' }, { nom: `Absent${i}` })
  for (let i = 0; i < 5; i += 1) await recevoir({ ...faits, issue: 'annule' }, { nom: `Annulé${i}` })
  for (let i = 0; i < 5; i += 1)
    await recevoir({ ...faits, decideLe: null, issue: 'non-presente' }, { nom: `Sans${i}` })
  const demande = { dispositif: 'tig', du: '2026-01-01', au: '2026-12-31', seuil: 5 } as const
  const { indicateurs } = await apercuDe(db(), demande, horloge.instant)
  expect(indicateurs).toMatchObject({ personnes: 0, 'execution-12-n': 11, 'execution-12': 54.5 })
  expect(indicateurs['execution-6']).toBeUndefined()
  expect(await lireAnnees(db(), 'tig')).toEqual([2025])
  expect(await compterPersonnes(db(), 'tig', [annee, { du: '2026-01-01', au: '2026-12-31' }])).toEqual([21, 0])
  expect(await valeur(api.bilans.annees({ dispositif: 'tig' }))).toEqual([2025])
})

test('ne dit aucune heure de moins de cinq personnes, ni en mode arrondi, ni avec les seuls totaux', async () => {
  const { db, horloge, recevoir, api } = await unServiceTig()
  horloge.instant = maintenant
  const travailler = async (rang: number) => {
    const { suiviId } = await recevoir({ heures: 40 }, { nom: `Keita${rang}` })
    await valeur(api.tig.noterJournee(uneLigne(suiviId)))
  }
  for (let i = 0; i < 4; i += 1) await travailler(i)
  const heures = async (mode: 'masquage' | 'arrondi' | 'total') =>
    (await apercuDe(db(), { dispositif: 'tig', ...annee, seuil: 5, mode }, maintenant)).indicateurs['heuresEffectuees']
  expect(await heures('masquage')).toBeUndefined()
  for (let i = 4; i < 9; i += 1) await travailler(i)
  expect(await heures('masquage')).toBe(68)
  expect(await heures('arrondi')).toBeUndefined()
  expect(await heures('total')).toBeUndefined()
})
