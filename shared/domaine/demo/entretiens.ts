import type { EntretienASaisir } from '../entretien.ts'
import { ajouterJours, type DateIso } from '../../utils/dates.ts'
import type { Hasard } from './hasard.ts'
import { choisirPlusieurs, type PartDemo } from './personnes.ts'
import { poidsAction, poidsDestination, poidsLieu, poidsModalite } from './poids.ts'
import type { SuiviDemo } from './suivis.ts'

const notes = [
  'Situation inventée : premier contact, les démarches sont expliquées.',
  'Situation inventée : rappel convenu après le rendez-vous avec le partenaire.',
  'Situation inventée : pièces à réunir, point la semaine suivante.',
  'Situation inventée : relais pris par le service social.',
]

/** The entretien number `rang` of a suivi; `suite` when the suivi began the year before. No file yet: who is new is known at the end. */
export const ecrireEntretien = (
  h: Hasard,
  suivi: SuiviDemo,
  date: DateIso,
  rang: number,
  suite: boolean,
): EntretienASaisir => {
  const anonyme = suivi.parts.every((p) => p.fiche.anonyme)
  const modalite = h.choisirPoids(rang === 0 ? { ...poidsModalite, 'visite-domicile': 0 } : poidsModalite)
  return {
    id: h.uuid(),
    suivi: {
      id: suivi.id,
      saisineDate: rang > 0 || suite || suivi.delaiSaisine === null ? null : ajouterJours(date, -suivi.delaiSaisine),
      reponses: suivi.reponses,
    },
    date,
    heure: inventerHeure(h),
    dureeMinutes: anonyme ? null : 5 * h.entier(modalite === 'telephone' ? 2 : 5, modalite === 'telephone' ? 7 : 16),
    note: h.arrive(0.15) ? h.choisir(notes) : '',
    reponses: {
      modalite,
      lieu: modalite === 'visite-domicile' ? 'domicile' : h.choisirPoids(poidsLieu),
      ...(anonyme ? {} : { actions: choisirPlusieurs(h, poidsAction, h.entier(1, 3)) }),
    },
    presences: presents(suivi, rang).map((p) => ({
      personneId: p.fiche.id,
      fiche: null,
      role: p.role,
      reponses: p.reponses,
    })),
    orientations: anonyme ? [] : inventerOrientations(h, suivi.groupe, rang),
    echeances: [],
  }
}

/** A household comes together; a victim and the person accused in turn. */
const presents = ({ parts }: SuiviDemo, rang: number): readonly PartDemo[] =>
  new Set(parts.map((p) => p.role)).size === 1 ? parts : parts.slice(rang % parts.length, (rang % parts.length) + 1)

const inventerHeure = (h: Hasard): string => {
  const quarts = h.arrive(0.55) ? h.entier(36, 47) : h.entier(54, 69)
  return `${String(Math.floor(quarts / 4)).padStart(2, '0')}:${String(15 * (quarts % 4)).padStart(2, '0')}`
}

const inventerOrientations = (h: Hasard, groupe: string, rang: number): EntretienASaisir['orientations'] => {
  const nombre = Number(h.choisirPoids(rang === 0 ? { '0': 30, '1': 50, '2': 20 } : { '0': 60, '1': 34, '2': 6 }))
  return choisirPlusieurs(h, poidsDestination[groupe] ?? { autre: 1 }, nombre).map((destination) => ({
    id: h.uuid(),
    destination,
    partenaireId: null,
  }))
}
