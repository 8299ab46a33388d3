import { ageAu, ajouterJours, dateFrancaise, type DateIso } from '../../utils/dates.ts'
import { direMinutes } from './heures.ts'
import { type Journee, minutesRetenues } from './journee.ts'

/** Legal weekly duration (L3121-27, code du travail), and what TIG and a job together may add to it (R623-16, code pénitentiaire). */
const SEMAINE_LEGALE = 35 * 60
const AVEC_EMPLOI = SEMAINE_LEGALE + 12 * 60
/** Daily limits: L3121-18 and, under 18, L3162-1 (code du travail). */
const JOUR = { majeur: 10 * 60, mineur: 8 * 60 } as const
/** Nobody under 18 works then (L3163-1 and L3163-2). */
const NUIT_MINEUR = { fin: 6 * 60, debut: 22 * 60 } as const

type Travail = {
  readonly journees: readonly Journee[]
  readonly naissance: string | null
  readonly heuresEmploi: number | null
}

/** Where the labour law, which holds here too (131-23, code pénal), seems passed: told, never refused, for it has exceptions. */
export const avertissementsDeTravail = ({ journees, naissance, heuresEmploi }: Travail): readonly string[] => [
  ...parJour(journees, naissance),
  ...parSemaine(journees, naissance, heuresEmploi ?? 0),
]

/** Monday of the week of a day. */
export const lundiDe = (jour: DateIso): DateIso =>
  ajouterJours(jour, -((new Date(`${jour}T00:00:00Z`).getUTCDay() + 6) % 7))

/** Minutes kept, week by week, each under its Monday. */
export const minutesParSemaine = (journees: readonly Journee[]): ReadonlyMap<DateIso, number> =>
  sommer(journees, (j) => lundiDe(j.date))

const parJour = (journees: readonly Journee[], naissance: string | null): readonly string[] => [
  ...[...sommer(journees, (j) => j.date)].flatMap(([jour, minutes]) => {
    const max = estMineur(naissance, jour) ? JOUR.mineur : JOUR.majeur
    const article = estMineur(naissance, jour) ? 'L3162-1' : 'L3121-18'
    return minutes > max
      ? [
          `Le ${dateFrancaise(jour)} : ${direMinutes(minutes)}, au-delà de ${direMinutes(max)} par jour (${article} du code du travail).`,
        ]
      : []
  }),
  ...journees
    .filter((j) => estMineur(naissance, j.date) && (j.debut < NUIT_MINEUR.fin || j.fin > NUIT_MINEUR.debut))
    .map(
      (j) =>
        `Le ${dateFrancaise(j.date)} : travail de nuit d’un mineur, entre 22 h et 6 h (L3163-2 du code du travail).`,
    ),
]

const parSemaine = (journees: readonly Journee[], naissance: string | null, emploi: number): readonly string[] =>
  [...minutesParSemaine(journees)].flatMap(([lundi, minutes]) => {
    const semaine = `Semaine du ${dateFrancaise(lundi)} : ${direMinutes(minutes)}`
    if (emploi > 0 && minutes + emploi * 60 > AVEC_EMPLOI)
      return [
        `${semaine} et ${emploi} h d’emploi, au-delà de 47 h : durée légale et 12 h (R623-16 du code pénitentiaire).`,
      ]
    if (estMineur(naissance, lundi) && minutes > SEMAINE_LEGALE)
      return [`${semaine}, au-delà de 35 h pour un mineur (L3162-1 du code du travail).`]
    return []
  })

const estMineur = (naissance: string | null, jour: DateIso): boolean =>
  naissance !== null && ageAu(naissance, jour) < 18

const sommer = (journees: readonly Journee[], cle: (journee: Journee) => string): ReadonlyMap<string, number> => {
  const totaux = new Map<string, number>()
  for (const j of journees) totaux.set(cle(j), (totaux.get(cle(j)) ?? 0) + minutesRetenues(j))
  return new Map([...totaux].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
