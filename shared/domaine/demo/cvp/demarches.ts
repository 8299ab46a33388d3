import type { ChangementStatut, DemarcheASaisir, StatutDemarche } from '../../parcours/demarche.ts'
import type { Partenaire } from '../../partenaire.ts'
import { ajouterJours, type DateIso } from '../../../utils/dates.ts'
import type { Hasard } from '../hasard.ts'
import { demarchesDemo, type Horizon, poidsIssue } from './poids.ts'
import type { Temps } from './temps.ts'

export type DemarcheEcrite = { readonly demarche: DemarcheASaisir; readonly statuts: readonly ChangementStatut[] }

/** The démarches of a suivi, with their dated statuses. Of somebody inside, exactly as many are ready as her horizon says. */
export const demarchesDe = (
  h: Hasard,
  suiviId: string,
  horizon: Horizon,
  temps: Temps,
  partenaires: readonly Partenaire[],
): DemarcheEcrite[] => {
  const prete = horizon.genre === 'attend' ? horizon.prete : undefined
  return h
    .melanger(demarchesDemo)
    .slice(0, prete === undefined ? h.entier(1, 5) : Math.min(prete + 1, 5))
    .map(({ demarche, domaine, genre }, i) => {
      const ouverteLe = auPlusTard(ajouterJours(temps.premier, h.entier(0, 20)), temps.dernier)
      const fin = prete === undefined ? issue(h) : i < prete ? 'aboutie' : null
      const partenaireId = partenaires.find((p) => p.genre === genre)?.id ?? null
      return {
        demarche: {
          id: h.uuid(),
          suiviId,
          domaine,
          demarche,
          partenaireId,
          ouverteLe,
          echeance: null,
          precision: null,
        },
        statuts: statuts(h, ouverteLe, fin, temps.dernier),
      }
    })
}

const issue = (h: Hasard): StatutDemarche | null => {
  const code = h.choisirPoids<keyof typeof poidsIssue>(poidsIssue)
  return code === '' ? null : code
}

const statuts = (h: Hasard, ouverteLe: DateIso, fin: StatutDemarche | null, dernier: DateIso): ChangementStatut[] => {
  const engagee = auPlusTard(ajouterJours(ouverteLe, h.entier(0, 6)), dernier)
  const instruite = auPlusTard(ajouterJours(engagee, h.entier(3, 20)), dernier)
  return [
    { id: h.uuid(), statut: 'engagee', date: engagee },
    { id: h.uuid(), statut: 'instruction', date: instruite },
    ...(fin === null
      ? []
      : [{ id: h.uuid(), statut: fin, date: auPlusTard(ajouterJours(instruite, h.entier(2, 45)), dernier) }]),
  ]
}

const auPlusTard = (jour: DateIso, borne: DateIso): DateIso => (jour > borne ? borne : jour)
