import type { EntretienASaisir } from '../entretien.ts'
import { ajouterJours, type DateIso, joursEntre } from '../../utils/dates.ts'
import type { Hasard } from './hasard.ts'

const rappels = [
  'Rappeler pour savoir si le rendez-vous a eu lieu',
  'Attendre la réponse du service social',
  'Rendez-vous au commissariat à 14 h 30',
  'Vérifier l’entrée en hébergement',
  'Pièces à apporter pour le dossier',
]

/** Share of the old entretiens that left something to do, since done. */
const PART_RAPPEL = 0.08
/** Days around today of the échéances of the last entretiens. */
const decalages = [-6, -2, -1, 0, 0, 1, 2, 3, 5, 6, 9, 14]

/** Puts an échéance, late, due or to come, on the last entretiens of persons who gave a name, and old ones here and there. */
export const ajouterEcheances = (
  h: Hasard,
  entretiens: readonly EntretienASaisir[],
  aujourdhui: DateIso,
): EntretienASaisir[] => {
  const derniers = entretiens.filter((e) => e.dureeMinutes !== null).slice(-decalages.length)
  const dates = new Map(derniers.map((e, i) => [e.id, ajouterJours(aujourdhui, decalages[i] ?? 0)]))
  return entretiens.map((e) => {
    const proche = dates.get(e.id)
    const ancienne = joursEntre(e.date, aujourdhui) > 40 && h.arrive(PART_RAPPEL) ? ajouterJours(e.date, 14) : undefined
    const date = proche ?? ancienne
    if (date === undefined) return e
    const due = date < e.date ? ajouterJours(e.date, 7) : date
    return Object.assign(e, { echeances: [{ id: h.uuid(), date: due, libelle: h.choisir(rappels) }] })
  })
}

/** What was due more than two weeks ago was done on its day. */
export const echeancesFaites = (
  entretiens: readonly EntretienASaisir[],
  aujourdhui: DateIso,
): { readonly id: string; readonly faiteLe: DateIso }[] =>
  entretiens
    .flatMap((e) => e.echeances)
    .filter((echeance) => joursEntre(echeance.date, aujourdhui) > 14)
    .map(({ id, date }) => ({ id, faiteLe: date }))
