import { ajouterMois, type DateIso } from '../../utils/dates.ts'
import { ANNULE, EXECUTE_EN_ENTIER } from '../tig/accueil.ts'
import type { GenreIncident } from '../tig/incident.ts'
import type { MesureTig } from '../tig/mesure.ts'
import { type FormePoste, statutAu } from '../tig/poste-travail.ts'
import type { FaitAccueil, FaitJournee, FaitsTig } from './faits-tig.ts'
import { contient, type Periode } from './periode.ts'

/** An accueil on the last day of the period. */
export type AccueilCompte = {
  readonly mesure: MesureTig
  readonly service: string
  readonly forme: FormePoste | null
  readonly issue: string | null
  readonly minutesPrononcees: number
  /** Since the beginning. */
  readonly minutesFaites: number
  /** Of the period. */
  readonly incidents: readonly GenreIncident[]
}

export type IncidentCompte = {
  readonly id: string
  readonly personnes: readonly string[]
  readonly genre: GenreIncident
}

/** After how many months from the decision one asks whether all was done. */
export const moisDExecution = [6, 12, 18] as const

/** A delay since the decision that ends in the period, and whether everything had been done by then. */
export type ExecutionComptee = {
  readonly id: string
  readonly personnes: readonly string[]
  readonly mois: (typeof moisDExecution)[number]
  readonly executee: boolean
}

/** Minutes, and who stands behind them. */
type Somme = { readonly personnes: readonly string[]; readonly minutes: number }

export type ComptesTig = {
  readonly de: (suiviId: string) => AccueilCompte | null
  readonly incidents: readonly IncidentCompte[]
  readonly executions: readonly ExecutionComptee[]
  /** Worked in the period, accueil by accueil. */
  readonly effectuees: readonly Somme[]
  /** Ordered, of the accueils that begin in the period. */
  readonly commencees: readonly Somme[]
  readonly postes: ComptePostes
}

export type ComptePostes = {
  /** Active one day of the period at least. */
  readonly ouverts: number
  /** Where somebody was in the period, and who. */
  readonly pourvus: number
  readonly personnes: readonly string[]
  /** Places of the last day, taken and in all. */
  readonly occupees: readonly string[]
  readonly placesFin: number
}

export const compterAccueils = (faits: FaitsTig, periode: Periode): ComptesTig => {
  const accueils = new Map(faits.accueils.map((a) => [a.suiviId, a]))
  const journees = [...faits.journees, ...faits.accueils.flatMap(reprises)]
  const parAccueil = Map.groupBy(journees, (j) => j.suiviId)
  const incidents = faits.incidents.filter((i) => contient(periode, i.date))
  const genres = Map.groupBy(incidents, (i) => i.suiviId)
  const jusqua = (suiviId: string): readonly FaitJournee[] =>
    (parAccueil.get(suiviId) ?? []).filter((j) => j.date <= periode.au)
  return {
    de: (suiviId) => {
      const accueil = accueils.get(suiviId)
      if (accueil === undefined) return null
      const { mesure, service, forme, heures, issue, closLe } = accueil
      return {
        mesure,
        service,
        forme,
        issue: closLe !== null && closLe <= periode.au ? issue : null,
        minutesPrononcees: heures * 60,
        minutesFaites: sommer(jusqua(suiviId)),
        incidents: (genres.get(suiviId) ?? []).map((i) => i.genre),
      }
    },
    incidents: incidents.flatMap(({ id, suiviId, genre }) => {
      const accueil = accueils.get(suiviId)
      return accueil === undefined ? [] : [{ id, personnes: [accueil.personneId], genre }]
    }),
    executions: faits.accueils.flatMap((a) => executionsDe(a, parAccueil.get(a.suiviId) ?? [], periode)),
    effectuees: faits.accueils.flatMap(({ suiviId, personneId }) => {
      const minutes = sommer((parAccueil.get(suiviId) ?? []).filter((j) => contient(periode, j.date)))
      return minutes === 0 ? [] : [{ personnes: [personneId], minutes }]
    }),
    commencees: faits.accueils.flatMap(({ personneId, debutLe, heures }) =>
      debutLe !== null && contient(periode, debutLe) ? [{ personnes: [personneId], minutes: heures * 60 }] : [],
    ),
    postes: compterPostes(faits, periode),
  }
}

const reprises = ({ suiviId, minutesReprises, closLe, debutLe }: FaitAccueil): readonly FaitJournee[] => {
  const date = closLe ?? debutLe
  return minutesReprises === 0 || date === null ? [] : [{ suiviId, date, minutes: minutesReprises }]
}

const sommer = (journees: readonly FaitJournee[]): number => journees.reduce((n, j) => n + j.minutes, 0)

/** What was annulled cannot be executed, and what bears no decision date has no delay: both are out of the base. */
const executionsDe = (
  accueil: FaitAccueil,
  journees: readonly FaitJournee[],
  periode: Periode,
): readonly ExecutionComptee[] => {
  const { suiviId, personneId, decideLe, issue, closLe } = accueil
  if (decideLe === null) return []
  const executeLe = jourDExecution(accueil, journees)
  return moisDExecution.flatMap((mois) => {
    const terme = ajouterMois(decideLe, mois)
    const annule = issue === ANNULE && closLe !== null && closLe <= periode.au
    if (!contient(periode, terme) || annule) return []
    const executee = executeLe !== null && executeLe <= terme
    return [{ id: `${suiviId}-${mois}`, personnes: [personneId], mois, executee }]
  })
}

/** The day when the hours ordered were reached, or when the host said that all was done. */
const jourDExecution = ({ heures, closLe, issue }: FaitAccueil, journees: readonly FaitJournee[]): DateIso | null => {
  let reste = heures * 60
  const dit = issue === EXECUTE_EN_ENTIER ? closLe : null
  for (const { date, minutes } of journees.toSorted((a, b) => (a.date < b.date ? -1 : 1))) {
    reste -= minutes
    if (reste <= 0) return dit !== null && dit < date ? dit : date
  }
  return dit
}

const compterPostes = ({ accueils, postes }: FaitsTig, { du, au }: Periode): ComptePostes => {
  const ouverts = postes.filter((p) => estOuvert(p, du, au))
  const presents = accueils.filter(
    (a) => a.posteId !== null && a.debutLe !== null && a.debutLe <= au && (a.closLe ?? au) >= du,
  )
  const auDernierJour = postes.filter((p) => statutAu(p, au) === 'actif')
  const ids = new Set(auDernierJour.map((p) => p.id))
  return {
    ouverts: ouverts.length,
    pourvus: new Set(presents.map((a) => a.posteId)).size,
    personnes: [...new Set(presents.map((a) => a.personneId))],
    occupees: presents
      .filter((a) => a.posteId !== null && ids.has(a.posteId) && (a.closLe === null || a.closLe > au))
      .map((a) => a.personneId),
    placesFin: auDernierJour.reduce((n, p) => n + p.places, 0),
  }
}

const estOuvert = (poste: FaitsTig['postes'][number], du: DateIso, au: DateIso): boolean => {
  const jours = [du, poste.inscritLe, ...poste.statuts.map((s) => s.du)].filter((jour) => jour >= du && jour <= au)
  return jours.some((jour) => statutAu(poste, jour) === 'actif')
}
