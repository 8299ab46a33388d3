import type { PersonneASaisir } from '../../personne.ts'
import type { AccueilASaisir } from '../../tig/accueil.ts'
import { genresIncident, type IncidentASaisir } from '../../tig/incident.ts'
import { type JourneeASaisir, minutesDe } from '../../tig/journee.ts'
import { type MesureTig, reglesMesure } from '../../tig/mesure.ts'
import { demandeExamen, type PosteTravail } from '../../tig/poste-travail.ts'
import { ajouterJours, ajouterMois, type DateIso } from '../../../utils/dates.ts'
import type { Hasard } from '../hasard.ts'
import { noms, prenoms } from '../noms.ts'
import type { AccueilDemo } from './generer.ts'

type Cadre = {
  readonly rang: number
  readonly nombre: number
  readonly postes: readonly PosteTravail[]
  readonly aujourdhui: DateIso
}

/** How far an accueil went: the oldest are over, the last ones begin. */
type Suite = 'entier' | 'partiel' | 'non-presente' | 'en-cours' | 'silence' | 'en-retard' | 'a-venir'

const mesures = { tig: 40, 'sp-tig': 22, 'tnr-cp': 16, 'tnr-maire': 8, 'tig-mineur': 6, reparation: 8 } as const
const heuresDe: Readonly<Record<MesureTig, readonly number[]>> = {
  tig: [35, 70, 70, 105, 140, 210],
  'sp-tig': [70, 105, 140],
  'tig-mineur': [35, 70],
  'tnr-cp': [20, 35, 50],
  'tnr-maire': [10, 20, 30],
  reparation: [14, 21, 28],
}

/** Accueils begin one after the other, from two years ago to next week, closer and closer. */
export const inventerAccueil = (h: Hasard, { rang, nombre, postes, aujourdhui }: Cadre): AccueilDemo => {
  const age = Math.round(700 * ((nombre - 1 - rang) / nombre) ** 1.5) - 8
  const debutLe = ajouterJours(aujourdhui, -age)
  const suite = suiteDe(h, age, rang)
  const mesure = h.choisirPoids<MesureTig>(mesures)
  const mineur = mesure === 'tig-mineur' || mesure === 'reparation'
  const personne = inventerAccueillie(h, mineur, debutLe)
  // Each in turn: nobody is one too many.
  const ouverts = postes.filter((p) => p.statuts.length === 0 && (!mineur || p.ouvertAuxMineurs))
  const poste = ouverts[rang % ouverts.length] ?? h.choisir(ouverts)
  const suiviId = h.uuid()
  const heures = h.choisir(heuresDe[mesure])
  const examenRequis = demandeExamen(poste.contraintes, mineur)
  const [min, max] = suite === 'en-retard' && !mineur ? [500, 530] : [30, 110]
  const decideLe = ajouterJours(debutLe, -h.entier(min, max))
  const journees = travailler(h, { suiviId, suite, heures, debutLe, aujourdhui })
  const minutes = minutesDe(journees)
  const derniere = journees.at(-1)?.date ?? debutLe
  const termine = suite === 'entier' || suite === 'partiel' || suite === 'non-presente'
  const entier = minutes >= heures * 60
  const finLe = termine ? derniere : null
  const accueil: AccueilASaisir = {
    suiviId,
    personneId: personne.id,
    mesure,
    service: mineur ? 'pjj' : reglesMesure[mesure].famille === 'tnr' ? 'delegue-procureur' : 'spip',
    referent: mineur ? 'Éducateur du secteur' : 'CPIP du secteur',
    heures,
    decideLe,
    minutesReprises: 0,
    echeance: ajouterMois(decideLe, reglesMesure[mesure].delai?.mois ?? 6),
    debutLe,
    posteId: poste.id,
    encadrant: 'Chef d’équipe',
    heuresEmploi: h.arrive(0.2) ? h.choisir([15, 20, 24]) : null,
    examenRequis,
    examenVu: examenRequis && suite !== 'a-venir',
    finLe,
    issue: !termine
      ? null
      : suite === 'non-presente'
        ? 'non-presente'
        : entier
          ? 'execute-total'
          : 'execute-partiel-reoriente',
  }
  const remise = finLe === null ? null : ajouterJours(finLe, h.entier(1, 6))
  return {
    personne,
    accueil,
    journees,
    incidents: inventerIncidents(h, suiviId, journees, aujourdhui),
    attestationLe: remise === null || minutes === 0 || remise > aujourdhui || rang % 6 === 5 ? null : remise,
  }
}

const suiteDe = (h: Hasard, age: number, rang: number): Suite => {
  if (age < 0) return 'a-venir'
  if (age > 150) return h.choisirPoids({ entier: 74, partiel: 16, 'non-presente': 10 })
  if (age > 60) return rang % 4 === 2 ? 'en-retard' : h.choisirPoids({ entier: 70, 'en-cours': 30 })
  return rang % 4 === 1 ? 'silence' : 'en-cours'
}

const inventerAccueillie = (h: Hasard, mineur: boolean, debutLe: DateIso): PersonneASaisir => {
  const sexe = h.choisirPoids({ homme: 88, femme: 12 })
  // A minor is seventeen when the accueil begins: sixteen at least on the day of the decision, and not yet eighteen.
  const jours = mineur ? h.entier(6340, 6500) : h.entier(19, 52) * 365
  return {
    id: h.uuid(),
    anonyme: false,
    nom: h.choisir(noms),
    prenom: h.choisir(prenoms[sexe]),
    naissance: ajouterJours(debutLe, -jours),
    telephone: null,
    commune: 'Valombre',
    reponses: { sexe },
  }
}

type Travail = {
  readonly suiviId: string
  readonly suite: Suite
  readonly heures: number
  readonly debutLe: DateIso
  readonly aujourdhui: DateIso
}

/** Days of work, three or four a week, until the hours are done, given up, or today. */
const travailler = (h: Hasard, { suiviId, suite, heures, debutLe, aujourdhui }: Travail): JourneeASaisir[] => {
  const part = {
    entier: 1,
    partiel: 0.5,
    'non-presente': 0,
    'en-cours': 0.85,
    silence: 0.4,
    'en-retard': 0.6,
    'a-venir': 0,
  }
  const cible = Math.floor(heures * 60 * part[suite])
  const jusquau = ajouterJours(aujourdhui, suite === 'silence' ? -18 : -1)
  const journees: JourneeASaisir[] = []
  let reste = cible
  for (let jour = debutLe; reste > 0 && jour <= jusquau; jour = ajouterJours(jour, h.choisir([1, 1, 2, 3]))) {
    const semaine = new Date(`${jour}T00:00:00Z`).getUTCDay()
    if (semaine === 0 || semaine === 6) continue
    const demi = reste <= 225 || h.arrive(0.3)
    const [debut, repas] = demi ? [510, 0] : [480, 60]
    const retenu = Math.min(reste, demi ? h.choisir([210, 225]) : 420)
    journees.push({ id: h.uuid(), suiviId, date: jour, debut, fin: debut + retenu + repas, pause: 0, repas, trajet: 0 })
    reste -= retenu
  }
  return journees
}

/** Some lateness and absences; the last of them may not be told yet. */
const inventerIncidents = (
  h: Hasard,
  suiviId: string,
  journees: readonly JourneeASaisir[],
  aujourdhui: DateIso,
): IncidentASaisir[] => {
  const recent = ajouterJours(aujourdhui, -12)
  return journees
    .filter(({ date }) => h.arrive(date > recent ? 0.2 : 0.03))
    .slice(-2)
    .map(({ date }) => ({
      id: h.uuid(),
      suiviId,
      date,
      genre: h.choisir([genresIncident[0], genresIncident[1], genresIncident[1], genresIncident[3]]),
      signaleLe: date > recent ? null : date,
    }))
}
