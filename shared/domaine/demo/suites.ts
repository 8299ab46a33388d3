import type { EntretienASaisir } from '../entretien.ts'
import type { StatutOrientation } from '../orientation.ts'
import type { Partenaire } from '../partenaire.ts'
import { ajouterJours, type DateIso, joursEntre } from '../../utils/dates.ts'
import type { Hasard } from './hasard.ts'
import { poidsMotifCloture, poidsStatut } from './poids.ts'

export type SuiteDemo = { readonly orientationId: string; readonly statut: StatutOrientation; readonly date: DateIso }
export type ClotureDemo = { readonly id: string; readonly date: DateIso; readonly motif: string }

/** Days after which an orientation has mostly been answered. */
const JOURS_RECENT = 30

/** Names the partner of each orientation, when the directory holds one of that kind. */
export const nommerPartenaires = (
  h: Hasard,
  entretien: EntretienASaisir,
  partenaires: readonly Partenaire[],
): EntretienASaisir => ({
  ...entretien,
  orientations: entretien.orientations.map((o) => {
    const connus = partenaires.filter((p) => p.genre === o.destination && p.actif)
    return Object.assign(o, { partenaireId: connus.length > 0 && h.arrive(0.8) ? h.choisir(connus).id : null })
  }),
})

/** What became of each orientation, as it is known today. Those of which nothing is known yet are left out. */
export const inventerSuites = (h: Hasard, entretiens: readonly EntretienASaisir[], aujourdhui: DateIso): SuiteDemo[] =>
  entretiens.flatMap((e) => {
    const age = joursEntre(e.date, aujourdhui)
    return e.orientations.flatMap((o) => {
      const statut = h.choisirPoids<StatutOrientation>(poidsStatut[age > JOURS_RECENT ? 'ancien' : 'recent'])
      // Nobody goes back to an answer awaited for half a year: it was given up.
      if (statut === 'attente' && age < 180) return []
      const reponse = ajouterJours(e.date, h.entier(Math.min(1, age), Math.min(age, 28)))
      return { orientationId: o.id, statut: statut === 'attente' ? 'sans-suite' : statut, date: reponse }
    })
  })

/** Suivis closed some weeks after their last entretien; the recent ones are still open. */
export const inventerClotures = (
  h: Hasard,
  entretiens: readonly EntretienASaisir[],
  aujourdhui: DateIso,
): ClotureDemo[] =>
  [...Map.groupBy(entretiens, (e) => e.suivi.id)].flatMap(([id, siens]) => {
    const dernier = siens.reduce((max, e) => (e.date > max ? e.date : max), '')
    const date = ajouterJours(dernier, h.entier(5, 75))
    return date <= aujourdhui && h.arrive(0.86) ? [{ id, date, motif: h.choisirPoids(poidsMotifCloture) }] : []
  })
