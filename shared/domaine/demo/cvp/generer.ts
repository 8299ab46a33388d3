import type { Comite } from '../../parcours/comite.ts'
import type { Partenaire } from '../../partenaire.ts'
import type { PersonneASaisir } from '../../personne.ts'
import { ajouterJours, ajouterMois, type DateIso } from '../../../utils/dates.ts'
import { creerHasard, type Hasard } from '../hasard.ts'
import { inventerPartenairesCvp } from './partenaires.ts'
import { inventerSortant } from './personnes.ts'
import { horizons } from './poids.ts'
import { inventerSuiviCvp, type SuiviCvp } from './suivi.ts'

/** The invented follow-ups out of prison of the same post. Everything is invented. */
export type DemonstrationCvp = {
  readonly partenaires: readonly Partenaire[]
  readonly suivis: readonly SuiviCvp[]
  readonly comites: readonly Comite[]
  readonly textes: Readonly<Record<string, string>>
}

/** Persons that the commissariat already knows: in the coffre, each is one person. */
const CONNUS = 4

/** 120 persons, one suivi each, over the last two years; the same for the same seed and the same day. */
export const genererCvp = (
  aujourdhui: DateIso,
  connus: readonly PersonneASaisir[],
  graine = 2013,
): DemonstrationCvp => {
  const h = creerHasard(graine)
  const partenaires = inventerPartenairesCvp(h)
  const repris = connus.filter((p) => !p.anonyme && majeur(p.naissance, aujourdhui)).slice(0, CONNUS)
  const suivis = horizons().map((horizon, i) => {
    const connu = horizon.genre === 'libere' ? repris[i] : undefined
    return inventerSuiviCvp(h, connu ?? inventerSortant(h, aujourdhui), connu !== undefined, horizon, {
      aujourdhui,
      partenaires,
    })
  })
  return { partenaires, suivis, comites: inventerComites(h, suivis, aujourdhui), textes }
}

const majeur = (naissance: string | null, jour: DateIso): boolean =>
  naissance !== null && naissance.length > 4 && ajouterMois(naissance, 20 * 12) < jour

/** A comité every two months, on some of the suivis then under way. */
const inventerComites = (h: Hasard, suivis: readonly SuiviCvp[], aujourdhui: DateIso): Comite[] =>
  Array.from({ length: 9 }, (_, i) => ajouterJours(aujourdhui, -12 - 61 * i)).map((date) => ({
    id: h.uuid(),
    date,
    forme: 'restreint',
    participants: ['cvp', 'cpip', 'travailleur-social-ccas', 'conseiller-emploi'],
    decisions: h
      .melanger(suivis.filter((s) => s.ouvertLe < date && (s.cloture === null || s.cloture.date > date)))
      .slice(0, 5)
      .map((s) => ({
        id: h.uuid(),
        suiviId: s.suiviId,
        decision: h.choisir(decisions),
        acteur: h.choisir(['cvp', 'cpip', 'travailleur-social-ccas', 'conseiller-emploi']),
        pourLe: ajouterJours(date, h.entier(10, 40)),
        faiteLe: null,
      })),
  }))

const decisions = [
  'Relancer la demande d’hébergement avant la fin du mois',
  'Prendre rendez-vous à la mairie pour la carte d’identité',
  'Préparer le relais avec la mission locale',
  'Accompagner au premier rendez-vous dehors',
]

const textes = {
  contexte:
    'Texte de démonstration, entièrement inventé. Le poste de correspondant ville-prison tient une permanence par mois dans trois établissements.',
  partenariat: 'Texte de démonstration. Le comité de suivi réunit le SPIP, le CCAS et l’emploi tous les deux mois.',
  difficultes: 'Texte de démonstration. Les places d’hébergement manquent le jour de la sortie.',
}
