import type { SituationASaisir } from '../../parcours/situation.ts'
import type { Reponses } from '../../reponses.ts'
import { ajouterMois, type DateIso } from '../../../utils/dates.ts'
import type { Hasard } from '../hasard.ts'
import type { Horizon } from './poids.ts'
import type { Temps } from './temps.ts'

/** The situation at entry, frozen; at exit once the suivi is closed; and six months after a release, when anybody answered. */
export const situationsDe = (
  h: Hasard,
  suiviId: string,
  horizon: Horizon,
  { premier, liberation, cloture }: Temps,
  aujourdhui: DateIso,
): SituationASaisir[] => {
  const commun = { suiviId, validee: true, jointe: true } as const
  const controle = liberation === null ? null : ajouterMois(liberation, 6)
  const jointe = h.arrive(0.55)
  return [
    // The last persons met have not been asked everything yet.
    ...(horizon.genre === 'attend' && horizon.prete === 0
      ? []
      : [{ ...commun, moment: 'entree' as const, date: premier, reponses: avant(h, horizon) }]),
    ...(cloture === null ? [] : [{ ...commun, moment: 'sortie' as const, date: cloture.date, reponses: apres(h) }]),
    ...(controle === null || controle > aujourdhui
      ? []
      : [{ ...commun, moment: 'six-mois' as const, date: controle, jointe, reponses: jointe ? apres(h) : {} }]),
  ]
}

const avant = (h: Hasard, { genre }: Horizon): Reponses => ({
  logement:
    genre === 'dehors' ? h.choisirPoids({ 'chez-tiers': 40, 'sans-abri': 20, 'chez-parents': 40 }) : 'detention',
  activite: h.choisirPoids({ 'non-inscrit': 60, recherche: genre === 'dehors' ? 30 : 0, 'travail-detention': 20 }),
  ressources: ['sans'],
  papiers: h.choisirPoids({ perime: 50, perdu: 50 }),
  couverture: ['aucune'],
  domiciliation: 'non',
})

const apres = (h: Hasard): Reponses => ({
  logement: h.choisirPoids({
    'chez-parents': 24,
    'chez-tiers': 22,
    hebergement: 24,
    'logement-accompagne': 12,
    'locataire-social': 8,
    'sans-abri': 10,
  }),
  activite: h.choisirPoids({ cdi: 6, cdd: 14, interim: 8, iae: 10, formation: 14, recherche: 36, 'non-inscrit': 12 }),
  ressources: [h.choisirPoids({ rsa: 40, salaire: 32, 'are-ass': 12, sans: 16 })],
  papiers: h.choisirPoids({ valide: 70, 'en-cours': 20, perdu: 10 }),
  couverture: [h.choisirPoids({ css: 55, 'regime-general': 35, aucune: 10 })],
  domiciliation: h.choisirPoids({ ccas: 50, non: 50 }),
})
