import { z } from 'zod'
import { dateFrancaise, joursEntre } from '../../utils/dates.ts'
import { direMinutes } from './heures.ts'

/** Days without a line on the sheet after which somebody asks what happens. */
export const JOURS_SANS_PRESENCE = 14

/** What waits for somebody, the most pressing first. */
export const codesAlerte = [
  'limite-passee',
  'limite-30',
  'incident-a-signaler',
  'sans-presence',
  'examen-a-faire',
  'limite-60',
  'heures-faites',
  'attestation',
] as const

/** `jours` left or passed, `minutes` left to do; null where it means nothing. */
export const AlerteTig = z.strictObject({
  code: z.enum(codesAlerte),
  jours: z.int().nullable(),
  minutes: z.int().nullable(),
  le: z.string().nullable(),
})
export type AlerteTig = z.infer<typeof AlerteTig>

type Suivi = {
  readonly heures: number
  readonly minutes: number
  readonly echeance: string | null
  readonly debutLe: string | null
  readonly finLe: string | null
  readonly issue: string | null
  readonly derniereJournee: string | null
  readonly examenRequis: boolean
  readonly examenVu: boolean
  readonly attestationLe: string | null
  readonly incidentsNonSignales: number
}

export const alertesDe = (suivi: Suivi, jour: string): readonly AlerteTig[] => {
  const alertes = suivi.finLe !== null && suivi.finLe <= jour ? apresLaFin(suivi) : pendant(suivi, jour)
  return alertes.toSorted((a, b) => rangAlerte(a) - rangAlerte(b))
}

export const rangAlerte = ({ code }: AlerteTig): number => codesAlerte.indexOf(code)

const alerte = (code: AlerteTig['code'], plus: Partial<AlerteTig> = {}): AlerteTig => ({
  code,
  jours: null,
  minutes: null,
  le: null,
  ...plus,
})

const pendant = (suivi: Suivi, jour: string): readonly AlerteTig[] => {
  const { heures, minutes, echeance, debutLe, derniereJournee } = suivi
  const reste = heures * 60 - minutes
  const commence = debutLe !== null && debutLe <= jour
  const silence = commence ? joursEntre(derniereJournee ?? debutLe, jour) : 0
  return [
    ...(echeance === null || reste <= 0 ? [] : limite(echeance, jour, reste)),
    ...(suivi.incidentsNonSignales > 0 ? [alerte('incident-a-signaler')] : []),
    ...(commence && reste > 0 && silence > JOURS_SANS_PRESENCE
      ? [alerte('sans-presence', { jours: silence, le: derniereJournee })]
      : []),
    ...(suivi.examenRequis && !suivi.examenVu ? [alerte('examen-a-faire')] : []),
    ...(reste <= 0 ? [alerte('heures-faites')] : []),
  ]
}

const limite = (echeance: string, jour: string, minutes: number): readonly AlerteTig[] => {
  const jours = joursEntre(jour, echeance)
  const code = jours < 0 ? 'limite-passee' : jours <= 30 ? 'limite-30' : jours <= 60 ? 'limite-60' : null
  return code === null ? [] : [alerte(code, { jours, minutes, le: echeance })]
}

/** Whoever did something is owed a document that says it (R623-23, code pénitentiaire). */
const apresLaFin = (suivi: Suivi): readonly AlerteTig[] => [
  ...(suivi.incidentsNonSignales > 0 ? [alerte('incident-a-signaler')] : []),
  ...(suivi.minutes > 0 && suivi.attestationLe === null ? [alerte('attestation')] : []),
]

export const direAlerte = ({ code, jours, minutes, le }: AlerteTig): string => {
  const reste = minutes === null ? '' : ` : reste ${direMinutes(minutes)}`
  const terme = le === null ? '' : dateFrancaise(le)
  if (code === 'limite-passee') return `Délai passé depuis le ${terme}${reste}`
  if (code === 'limite-30' || code === 'limite-60')
    return `Délai dans ${jours === 1 ? '1 jour' : `${jours ?? 0} jours`}, le ${terme}${reste}`
  if (code === 'sans-presence')
    return le === null
      ? `Aucune présence depuis le début, il y a ${jours ?? 0} jours`
      : `Aucune présence depuis ${jours ?? 0} jours`
  return simples[code]
}

/** The same where the end of the delay is shown beside. */
export const resumerAlerte = (entiere: AlerteTig): string => {
  const { code, jours, minutes } = entiere
  if (code !== 'limite-passee' && code !== 'limite-30' && code !== 'limite-60') return direAlerte(entiere)
  const quand = code === 'limite-passee' ? 'Délai passé' : `Délai dans ${jours ?? 0} j`
  return `${quand}, reste ${direMinutes(minutes ?? 0)}`
}

const simples: Readonly<Record<Exclude<AlerteTig['code'], `limite-${string}` | 'sans-presence'>, string>> = {
  'incident-a-signaler': 'Incident à signaler au service référent',
  'examen-a-faire': 'Examen médical à faire avant de commencer',
  'heures-faites': 'Heures faites : à terminer et à attester',
  attestation: 'Attestation à remettre',
}
