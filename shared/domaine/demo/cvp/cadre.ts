import { ajouterJours, ajouterMois, type DateIso, joursEntre } from '../../../utils/dates.ts'
import type { CodeRepere } from '../../parcours/etape.ts'
import type { ModeSortie } from '../../parcours/passage.ts'
import type { Hasard } from '../hasard.ts'
import { type Horizon, mesureDuMode, poidsMode } from './poids.ts'
import type { SuiviCvp } from './suivi.ts'
import type { Temps } from './temps.ts'

type Cadre = Pick<SuiviCvp, 'passages' | 'statuts' | 'mesures' | 'reperes'>

/** The judicial frame of a suivi: stays, statut, mesures and the dates announced. */
export const cadreDe = (
  h: Hasard,
  suiviId: string,
  horizon: Horizon,
  temps: Temps,
  lieu: string,
  aujourdhui: DateIso,
): Cadre => {
  const { entree, liberation, orientation } = temps
  if (entree === null)
    return {
      passages: [],
      reperes: [],
      statuts: [{ id: h.uuid(), suiviId, statut: 'libre-mesure', du: ajouterJours(orientation, -30) }],
      mesures: [mesure(h, suiviId, 'sp', ajouterJours(orientation, -30), 24)],
    }
  const mode = liberation === null ? null : h.choisirPoids<ModeSortie>(poidsMode)
  const prevenu = mode === 'liberation-prevenu'
  const suite = mode === null ? undefined : mesureDuMode[mode]
  return {
    passages: passages(h, suiviId, lieu, entree, liberation, mode),
    statuts: [{ id: h.uuid(), suiviId, statut: prevenu ? 'prevenu' : 'condamne', du: entree }],
    mesures: [
      ...(liberation !== null && suite !== undefined ? [mesure(h, suiviId, suite, liberation, 12)] : []),
      ...(horizon.genre === 'attend' && h.arrive(0.16)
        ? [mesure(h, suiviId, 'sl', ajouterJours(aujourdhui, -20), null)]
        : []),
    ],
    reperes: reperes(h, horizon, temps, aujourdhui).map(([repere, date]) => ({ suiviId, repere, date })),
  }
}

const mesure = (h: Hasard, suiviId: string, code: string, du: DateIso, mois: number | null) => ({
  id: h.uuid(),
  suiviId,
  mesure: code,
  du,
  finPrevue: mois === null ? null : ajouterMois(du, mois),
  au: null,
})

/** One stay, or two with a transfer between them. */
const passages = (
  h: Hasard,
  suiviId: string,
  lieu: string,
  entree: DateIso,
  sortie: DateIso | null,
  mode: ModeSortie | null,
): SuiviCvp['passages'] => {
  const seul = { id: h.uuid(), suiviId, etablissement: lieu, quartier: null, entree, sortie, mode }
  if (lieu === 'ma-perigueux' || h.arrive(0.7)) return [seul]
  const milieu = ajouterJours(entree, 30)
  if (sortie !== null && milieu >= sortie) return [seul]
  const avant = { ...seul, id: h.uuid(), etablissement: 'ma-perigueux', sortie: milieu, mode: 'transfert' as const }
  return [avant, { ...seul, entree: milieu }]
}

const reperes = (
  h: Hasard,
  horizon: Horizon,
  { premier, liberation, dernier }: Temps,
  aujourdhui: DateIso,
): readonly (readonly [CodeRepere, DateIso])[] => {
  if (horizon.genre === 'attend') {
    if (horizon.dans === null) return []
    const sortie = ajouterJours(aujourdhui, horizon.dans)
    return [
      ['sortie-prevue', sortie],
      ['fin-de-peine', ajouterJours(sortie, h.entier(0, 95))],
      ['preparation', premier],
      ...(horizon.prete > 4 ? [['rendez-vous-dehors', ajouterJours(sortie, 2)] as const] : []),
      ...(horizon.prete > 2 && h.arrive(0.5) ? [['domiciliation', premier] as const] : []),
    ]
  }
  if (liberation === null) return []
  const accueil = ajouterJours(liberation, h.entier(1, 24))
  const ecoules = joursEntre(liberation, aujourdhui)
  return [
    ['preparation', premier],
    ...(h.arrive(0.6) ? [['billet-de-sortie', liberation] as const] : []),
    ...(accueil <= dernier ? [['rendez-vous-dehors', accueil] as const] : []),
    ...(h.arrive(0.35) && ecoules > 20 ? [['domiciliation', ajouterJours(liberation, 12)] as const] : []),
  ]
}
