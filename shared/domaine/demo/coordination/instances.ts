import { type Frequence, frequences } from '../../instances/frequence.ts'
import type { GenreInstance } from '../../instances/genres.ts'
import type { Instance } from '../../instances/instance.ts'
import type { DecisionReunion, Reunion } from '../../instances/reunion.ts'
import { ajouterJours, type DateIso } from '../../../utils/dates.ts'
import { joursOuvres } from '../calendrier.ts'
import type { Hasard } from '../hasard.ts'

type Modele = {
  readonly genre: GenreInstance
  readonly nom: string
  readonly secteur?: string
  readonly frequence: Frequence
  readonly fonctions: readonly string[]
  /** Rank, among the meetings due, of those that never took place. */
  readonly manquees?: readonly number[]
}

const institutions = ['maire', 'prefet', 'procureur', 'police-nationale', 'police-municipale', 'education-nationale']
const terrain = ['police-municipale', 'bailleur', 'centre-social', 'coordonnateur']

const modeles: readonly Modele[] = [
  {
    genre: 'pleniere',
    nom: 'CLSPD plénier',
    frequence: 'annuelle',
    fonctions: [...institutions, 'departement', 'spip', 'pjj', 'bailleur', 'transport', 'association', 'coordonnateur'],
  },
  {
    genre: 'restreint',
    nom: 'CLSPD restreint',
    frequence: 'trimestrielle',
    fonctions: [...institutions, 'coordonnateur'],
  },
  {
    genre: 'cellule-de-veille',
    nom: 'Cellule de veille',
    frequence: 'mensuelle',
    fonctions: ['education-nationale', 'pjj', ...terrain],
    manquees: [7, 19, 20],
  },
  {
    genre: 'comite-de-suivi',
    nom: 'Comité de suivi, médiation sociale',
    frequence: 'semestrielle',
    fonctions: ['maire', ...terrain],
  },
  {
    genre: 'groupe-territorial',
    nom: 'Groupe territorial Gare',
    secteur: 'Gare',
    frequence: 'annuelle',
    fonctions: ['maire', ...terrain],
  },
  {
    genre: 'groupe-territorial',
    nom: 'Groupe territorial Granges-Neuves',
    secteur: 'Granges-Neuves',
    frequence: 'annuelle',
    fonctions: ['maire', 'association', ...terrain],
    manquees: [0, 1],
  },
]

/** Six instances, and what they held since the beginning of `annee`; the next restreint is called. */
export const inventerInstances = (
  h: Hasard,
  annee: number,
  aujourdhui: DateIso,
): { readonly instances: Instance[]; readonly reunions: Reunion[] } => {
  const ouvres = [...joursOuvres(annee), ...joursOuvres(annee + 1)]
  const faites = modeles.map((modele) => {
    const instance = versInstance(h, modele, annee)
    const dates = datesDues(h, modele, annee, ouvres).filter((jour) => jour <= aujourdhui)
    return { instance, reunions: dates.map((date) => inventerReunion(h, modele, instance, { date, aujourdhui })) }
  })
  const restreint = faites.find(({ instance }) => instance.genre === 'restreint')?.instance
  return {
    instances: faites.map(({ instance }) => instance),
    reunions: [
      ...faites.flatMap(({ reunions }) => reunions),
      ...(restreint === undefined ? [] : [convoquer(h, restreint, aujourdhui)]),
    ],
  }
}

const versInstance = (h: Hasard, { genre, nom, secteur, frequence }: Modele, annee: number): Instance => ({
  id: h.uuid(),
  genre,
  nom,
  secteur: secteur ?? null,
  frequence,
  depuis: `${annee}-01-01`,
  au: null,
  l1325Le: null,
})

/** A working day in the middle of each period of two years. */
const datesDues = (h: Hasard, { frequence, manquees = [] }: Modele, annee: number, ouvres: readonly DateIso[]) => {
  const mois = frequences[frequence].mois ?? 12
  return Array.from({ length: 24 / mois }, (_, i) => i)
    .filter((i) => !manquees.includes(i))
    .flatMap((i) => {
      const rang = i * mois + Math.floor(mois / 2)
      const vise = `${annee + Math.floor(rang / 12)}-${String((rang % 12) + 1).padStart(2, '0')}-${h.entier(10, 20)}`
      return ouvres.find((jour) => jour >= vise) ?? []
    })
}

type Quand = { readonly date: DateIso; readonly aujourdhui: DateIso }

const inventerReunion = (
  h: Hasard,
  { fonctions, genre }: Modele,
  instance: Instance,
  { date, aujourdhui }: Quand,
): Reunion => ({
  id: h.uuid(),
  instanceId: instance.id,
  date,
  heure: h.choisir(['09:30', '10:00', '14:00', '17:30']),
  lieu: genre === 'groupe-territorial' ? 'Centre social' : 'Hôtel de ville',
  convoqueeLe: ajouterJours(date, -h.entier(15, 30)),
  ordreDuJour: [...ordres[genre === 'pleniere' ? 'pleniere' : 'autres']],
  presences: fonctions.map((fonction, rang) => ({
    fonction,
    etat: rang === 0 ? 'present' : h.choisirPoids({ present: 78, excuse: 15, absent: 7 }),
  })),
  decisions: h
    .melanger(decisions)
    .slice(0, genre === 'pleniere' ? 4 : h.entier(1, 2))
    .map(([decision, acteur]): DecisionReunion => {
      const pourLe = ajouterJours(date, h.entier(20, 90))
      const faiteLe = ajouterJours(date, h.entier(10, 100))
      return {
        id: h.uuid(),
        decision,
        acteur,
        pourLe,
        faiteLe: faiteLe <= aujourdhui && h.arrive(0.8) ? faiteLe : null,
      }
    }),
})

const convoquer = (h: Hasard, { id }: Instance, aujourdhui: DateIso): Reunion => ({
  id: h.uuid(),
  instanceId: id,
  date: ajouterJours(aujourdhui, 16),
  heure: '10:00',
  lieu: 'Hôtel de ville',
  convoqueeLe: ajouterJours(aujourdhui, -3),
  ordreDuJour: [...ordres.autres],
  presences: institutions.map((fonction) => ({ fonction, etat: 'convie' as const })),
  decisions: [],
})

const ordres = {
  pleniere: ['Bilan de l’année', 'Avancement des fiches action', 'Observatoire de la tranquillité', 'Priorités'],
  autres: ['Suite des décisions précédentes', 'Situation des secteurs', 'Actions à venir'],
} as const

const decisions = [
  ['Renforcer la présence de médiation en soirée autour de la gare', 'centre-social'],
  ['Réparer l’éclairage des cheminements des Granges-Neuves', 'maire'],
  ['Programmer une visite de site avec le bailleur', 'bailleur'],
  ['Présenter la plate-forme des exclusions scolaires aux collèges', 'education-nationale'],
  ['Réunir les partenaires de l’accès au droit', 'coordonnateur'],
  ['Adapter les horaires de la police municipale pendant l’été', 'police-municipale'],
  ['Proposer deux postes de travail d’intérêt général de plus', 'spip'],
] as const
