import type { Db } from '#db/connection.ts'
import { actesDuTig } from '#shared/domaine/bilan/faits-tig.ts'
import { compterAccueils } from '#shared/domaine/bilan/comptes-tig.ts'
import { contient, type Periode } from '#shared/domaine/bilan/periode.ts'
import { EXECUTE_EN_ENTIER } from '#shared/domaine/tig/accueil.ts'
import { lireFaitsDuTig } from './faits.ts'

/** Counts of a host over some days, not protected: to be read at the post, never published as they are. Hours are whole. */
export type CompteTig = {
  readonly accueillis: number
  readonly premiersAccueils: number
  readonly accueilsTermines: number
  readonly executesEnEntier: number
  readonly incidents: number
  readonly heuresEffectuees: number
  readonly heuresPrononcees: number
  readonly postesOuverts: number
  readonly postesPourvus: number
  readonly places: number
  readonly placesOccupees: number
  /** Percent of the places of the last day that are taken; null without a place. */
  readonly remplissage: number | null
}

export const compterTig = async (db: Db, periode: Periode): Promise<CompteTig> => {
  const faits = (await lireFaitsDuTig(db, 'tig', periode.au)) ?? VIDE
  const comptes = compterAccueils(faits, periode)
  const personnes = new Map(faits.accueils.map((a) => [a.suiviId, a.personneId]))
  const actes = actesDuTig(faits).filter((a) => a.date <= periode.au)
  const parPersonne = Map.groupBy(actes, (a) => personnes.get(a.suiviId))
  const dans = [...parPersonne.values()].filter((siens) => siens.some((a) => contient(periode, a.date)))
  const termines = faits.accueils.filter((a) => a.closLe !== null && contient(periode, a.closLe))
  const { ouverts, pourvus, occupees, placesFin } = comptes.postes
  return {
    accueillis: dans.length,
    premiersAccueils: dans.filter((siens) => siens.every((a) => a.date >= periode.du)).length,
    accueilsTermines: termines.length,
    executesEnEntier: termines.filter((a) => a.issue === EXECUTE_EN_ENTIER).length,
    incidents: comptes.incidents.length,
    heuresEffectuees: heures(comptes.effectuees),
    heuresPrononcees: heures(comptes.commencees),
    postesOuverts: ouverts,
    postesPourvus: pourvus,
    places: placesFin,
    placesOccupees: occupees.length,
    remplissage: placesFin === 0 ? null : Math.round((occupees.length * 100) / placesFin),
  }
}

const heures = (sommes: readonly { readonly minutes: number }[]): number =>
  Math.round(sommes.reduce((n, s) => n + s.minutes, 0) / 60)

const VIDE = { accueils: [], journees: [], incidents: [], postes: [] }
