import type { Accueil, AccueilASaisir } from '#shared/domaine/tig/accueil.ts'
import type { Journee } from '#shared/domaine/tig/journee.ts'

export const uneJournee = (champs: Partial<Journee> = {}): Journee => ({
  id: 'j',
  date: '2025-03-10',
  debut: 540,
  fin: 720,
  pause: 0,
  repas: 0,
  trajet: 0,
  ...champs,
})

export const unAccueilSaisi = (champs: Partial<AccueilASaisir> = {}): AccueilASaisir => ({
  suiviId: '11111111-1111-4111-8111-111111111111',
  personneId: '22222222-2222-4222-8222-222222222222',
  mesure: 'tig',
  service: 'spip',
  referent: null,
  heures: 70,
  minutesReprises: 0,
  decideLe: '2025-02-01',
  echeance: '2026-08-01',
  debutLe: '2025-03-03',
  posteId: null,
  encadrant: null,
  heuresEmploi: null,
  examenRequis: false,
  examenVu: false,
  finLe: null,
  issue: null,
  ...champs,
})

export const unAccueilLu = (champs: Partial<Accueil> = {}): Accueil => ({
  ...unAccueilSaisi(),
  numero: 1,
  personne: { nom: 'Keita', prenom: 'Ali', naissance: '1995-04-05' },
  poste: null,
  etat: 'en-cours',
  attestationLe: null,
  journees: [],
  incidents: [],
  minutes: 0,
  corrections: 0,
  alertes: [],
  avertissements: [],
  ...champs,
})
