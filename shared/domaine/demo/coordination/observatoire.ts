import { COLONNES, type SecteurDessine } from '../../observatoire/carte.ts'
import type { Intervention, Retour, Signalement } from '../../observatoire/signalement.ts'
import { ajouterJours, type DateIso, joursEntre } from '../../../utils/dates.ts'
import type { Hasard } from '../hasard.ts'

type Observatoire = {
  readonly secteurs: SecteurDessine[]
  readonly signalements: Signalement[]
  readonly interventions: Intervention[]
  readonly retours: Retour[]
}

const NOMBRE = 120
const MEDIATIONS = 70

/** Name, first column and row, width, height on the squared paper, and how much happens there. */
const declares = [
  ['Centre', 4, 2, 4, 2, 24],
  ['Gare', 8, 1, 3, 3, 34],
  ['Granges-Neuves', 1, 1, 3, 3, 40],
  ['Les Rives', 1, 4, 6, 2, 14],
  ['Plateau', 7, 4, 4, 2, 10],
  ['Villages', 3, 6, 6, 2, 4],
] as const

/** Two years of signalements and of médiation, thicker in the summer. Places are invented, and nobody is named. */
export const inventerObservatoire = (h: Hasard, annee: number, aujourdhui: DateIso): Observatoire => {
  const secteurs = declares.map(([nom, x, y, largeur, hauteur]) => ({
    id: h.uuid(),
    nom,
    actif: true,
    carreaux: Array.from({ length: largeur * hauteur }, (_, i) => {
      const [dx, dy] = [i % largeur, Math.floor(i / largeur)]
      return (y + dy) * COLONNES + x + dx
    }),
  }))
  const poids = Object.fromEntries(declares.map(([nom, , , , , part]) => [nom, part]))
  const tirer = (): string => {
    const nom = h.choisirPoids(poids)
    return secteurs.find((s) => s.nom === nom)?.id ?? ''
  }
  const jours = joursEntre(`${annee}-01-01`, aujourdhui)
  const signalements = Array.from({ length: NOMBRE }, () =>
    inventerSignalement(h, tirer(), tirerJour(h, `${annee}-01-01`, jours)),
  ).toSorted((a, b) => a.date.localeCompare(b.date))
  const suivis = h.melanger(signalements).slice(0, Math.floor(MEDIATIONS * 0.6))
  const interventions = [
    ...suivis.map((s) => inventerIntervention(h, s.secteurId, s.id, plusTard(h, s.date, aujourdhui))),
    ...Array.from({ length: MEDIATIONS - suivis.length }, () =>
      inventerIntervention(h, tirer(), null, tirerJour(h, `${annee}-01-01`, jours)),
    ),
  ]
  const retours = secteurs.slice(0, 3).map(({ id }, i) => ({
    secteurId: id,
    annee,
    texte: dits[i] ?? '',
    texteRelu: true,
  }))
  return { secteurs, signalements, interventions, retours }
}

/** Summer evenings are noisier. */
const tirerJour = (h: Hasard, debut: DateIso, jours: number): DateIso => {
  const [a, b] = [ajouterJours(debut, h.entier(0, jours)), ajouterJours(debut, h.entier(0, jours))]
  return /-0[5-9]-/u.test(a) ? a : b
}

const plusTard = (h: Hasard, date: DateIso, aujourdhui: DateIso): DateIso => {
  const jour = ajouterJours(date, h.entier(1, 9))
  return jour > aujourdhui ? aujourdhui : jour
}

const inventerSignalement = (h: Hasard, secteurId: string, date: DateIso): Signalement => {
  const note = h.arrive(0.25) ? h.choisir(notes) : ''
  return {
    id: h.uuid(),
    secteurId,
    date,
    moment: h.choisirPoids({ '21:30': 20, '23:00': 16, soiree: 22, nuit: 12, 'apres-midi': 20, '17:15': 10 }),
    trouble: h.choisirPoids(troubles),
    lieu: h.choisirPoids({ hall: 26, 'pied-immeuble': 20, rue: 22, parc: 10, transports: 8, parking: 8, commerce: 6 }),
    fonction: h.choisirPoids({
      bailleur: 26,
      gardien: 18,
      habitant: 18,
      mediateur: 16,
      'police-municipale': 14,
      commercant: 8,
    }),
    frequence: h.choisirPoids({ 'premiere-fois': 30, parfois: 34, 'chaque-semaine': 26, 'chaque-jour': 10 }),
    note,
    noteRelue: note !== '',
  }
}

const troubles = {
  'nuisances-sonores': 26,
  'occupation-hall': 22,
  'depots-sauvages': 14,
  degradations: 11,
  rodeos: 9,
  incivilites: 8,
  stationnement: 6,
  'conflit-voisinage': 4,
}

const notes = [
  'musique et rassemblement jusqu’à une heure du matin',
  'encombrants devant l’entrée',
  'éclairage en panne',
  'vitre cassée, porte qui ne ferme plus',
]

const inventerIntervention = (
  h: Hasard,
  secteurId: string,
  signalementId: string | null,
  date: DateIso,
): Intervention => ({
  id: h.uuid(),
  secteurId,
  date,
  intervention: h.choisirPoids({
    presence: 30,
    dialogue: 34,
    'mediation-voisins': 12,
    'porte-a-porte': 12,
    'veille-technique': 12,
  }),
  signalementId,
  resultat: h.choisirPoids({ apaise: 46, 'en-cours': 24, relaye: 14, 'personne-sur-place': 10, refus: 6 }),
  mediateurs: h.entier(1, 3),
})

const dits = [
  'Texte de démonstration. Le centre est vécu comme calme en semaine, bruyant le samedi soir.',
  'Texte de démonstration. Les usagers de la gare demandent plus de présence en fin de journée.',
  'Texte de démonstration. Les habitants des Granges-Neuves notent des halls plus calmes depuis l’été.',
]
