import { type DateIso, dateFrancaise } from '../../utils/dates.ts'
import type { Reponse, Reponses } from '../reponses.ts'
import type { ParcoursConnu } from './connus.ts'
import type { LigneLue } from './lire-ligne.ts'
import type { FaitsPlan } from './plan-faits.ts'
import type { Remarques } from './remarques.ts'

type Plan = FaitsPlan['situations'][number]

const SITUATION_A_LA_LIBERATION =
  'Situation à la sortie sans date de fin de suivi : datée du jour de la sortie de détention.'

const DIFFERENTES = {
  entree: 'Situations à l’entrée qui diffèrent d’une ligne à l’autre : la première est gardée.',
  sortie: 'Situations à la sortie qui diffèrent d’une ligne à l’autre : la dernière est gardée.',
} as const

/** Situations at both ends, as one set of answers each. The entry is frozen at once; the exit is when the suivi is closed. */
export const planifierSituations = (
  lignes: readonly LigneLue[],
  connu: ParcoursConnu,
  remarques: Remarques,
): readonly Plan[] => {
  const fin = lignes.find((l) => l.faits.cloture !== null)?.faits.cloture?.date ?? connu.closLe
  const liberation = dernier(lignes.map((l) => l.faits.sejour?.sortie))
  const debut = premierActe(lignes, connu)
  return (['entree', 'sortie'] as const).flatMap((moment) => {
    const dites = lignes.flatMap(({ numero, faits }) =>
      faits.situations.filter((s) => s.moment === moment).map((s) => Object.assign({ numero }, s)),
    )
    const [premiere] = dites
    if (premiere === undefined) return []
    const duCoffre = connu.situations.find((s) => s.moment === moment)
    if (duCoffre !== undefined) {
      for (const { numero, reponses } of dites)
        if (contredit(duCoffre.reponses, reponses))
          remarques.avertir(numero, 'Situation que le coffre a autrement : la sienne est gardée.')
      return []
    }
    const ordre = moment === 'entree' ? dites : dites.toReversed()
    const reponses: Record<string, Reponse> = {}
    for (const { numero, reponses: siennes } of ordre) {
      if (contredit(reponses, siennes)) remarques.avertir(numero, DIFFERENTES[moment])
      Object.assign(reponses, { ...siennes, ...reponses })
    }
    const propre = ordre.find((s) => s.date !== null)?.date ?? null
    const date = propre ?? (moment === 'entree' ? debut : (fin ?? liberation))
    if (date === null) {
      remarques.refuser(
        premiere.numero,
        moment === 'entree'
          ? 'La situation à l’entrée n’a pas de date : il manque un entretien ou une date d’orientation.'
          : 'La situation à la sortie n’a pas de date : complétez la date de fin de suivi, ou laissez ces colonnes de côté.',
      )
      return []
    }
    for (const { numero } of dites) remarques.utiles.add(numero)
    if (moment === 'sortie' && propre === null && fin === null)
      remarques.avertir(premiere.numero, SITUATION_A_LA_LIBERATION)
    return [{ moment, date, reponses, validee: moment === 'entree' || fin !== null }]
  })
}

const contredit = (a: Reponses, b: Reponses): boolean =>
  Object.entries(b).some(
    ([code, reponse]) => a[code] !== undefined && JSON.stringify(a[code]) !== JSON.stringify(reponse),
  )

/** The day it ends, once, and not before it began; a suivi closed in the coffre stays as it is. */
export const planifierCloture = (
  lignes: readonly LigneLue[],
  connu: ParcoursConnu,
  remarques: Remarques,
): FaitsPlan['cloture'] => {
  const dites = lignes.flatMap(({ numero, faits }) => (faits.cloture === null ? [] : [{ numero, ...faits.cloture }]))
  const [premiere] = dites
  if (premiere === undefined) return null
  if (connu.closLe !== null) {
    for (const { numero, date } of dites)
      if (date !== connu.closLe)
        remarques.avertir(numero, 'Suivi que le coffre a clos un autre jour : le sien est gardé.')
    return null
  }
  const debut = premierActe(lignes, connu)
  for (const { numero, date } of dites) {
    if (date !== premiere.date)
      remarques.refuser(
        numero,
        `Le même suivi finit deux fois (${dateFrancaise(premiere.date)} et ${dateFrancaise(date)}, lignes ${premiere.numero} et ${numero}).`,
      )
    if (debut !== null && date < debut)
      remarques.refuser(
        numero,
        `La fin de suivi (${dateFrancaise(date)}) est antérieure à son début (${dateFrancaise(debut)}).`,
      )
    remarques.utiles.add(numero)
  }
  return { date: premiere.date, motif: dites.find((d) => d.motif !== null)?.motif ?? null }
}

/** First day of the suivi: its first entretien, else the day the person was sent. */
const premierActe = (lignes: readonly LigneLue[], connu: ParcoursConnu): DateIso | null => {
  const entretiens = [...lignes.map((l) => l.date), connu.ouvertLe].filter((jour) => jour !== null)
  return entretiens.toSorted()[0] ?? lignes.map((l) => l.saisineDate).find((jour) => jour !== null) ?? null
}

const dernier = (jours: readonly (DateIso | null | undefined)[]): DateIso | null =>
  jours
    .filter((jour) => jour != null)
    .toSorted()
    .at(-1) ?? null
