import { z } from 'zod'
import { ajouterJours } from '../../utils/dates.ts'
import { besoinDeDestination, type BesoinSortie, besoinsSortie, typesDemarche } from '../dispositifs/cvp/demarches.ts'
import type { Niveau } from '../dispositifs/cvp/situations.ts'
import type { Demarche } from './demarche.ts'
import { estTerminee } from './demarche.ts'
import { dateDe } from './etape.ts'
import type { FaitsParcours } from './faits.ts'
import { niveauDe } from './situation.ts'

export const BesoinSortieSchema = z.enum(besoinsSortie)

/** How far a need is met for the release. `inconnu` is said, never taken for ready. */
export const etatsPreparation = ['pret', 'en-cours', 'a-faire', 'inconnu'] as const
export const EtatPreparation = z.enum(etatsPreparation)
export type EtatPreparation = z.infer<typeof EtatPreparation>

export const libellesEtatPreparation: Readonly<Record<EtatPreparation, string>> = {
  pret: 'Prêt',
  'en-cours': 'En cours',
  'a-faire': 'À faire',
  inconnu: 'Non renseigné',
}

/** What says so: a démarche, an orientation, the situation at entry, or a date noted. */
export const sourcesPreparation = ['demarche', 'orientation', 'situation', 'repere', 'echeance'] as const

export const Preparation = z.strictObject({
  besoin: BesoinSortieSchema,
  etat: EtatPreparation,
  source: z.enum(sourcesPreparation).nullable(),
})
export type Preparation = z.infer<typeof Preparation>

/** Days after the release within which an échéance counts as a first appointment. */
const JOURS_PREMIER_RENDEZ_VOUS = 31

/** What is ready for the release and what is not, need by need; the surest of all that is known decides. */
export const preparationDe = (faits: FaitsParcours, sortiePrevue: string | null): Preparation[] =>
  besoinsSortie.map((besoin) => {
    const indices = besoin === 'rendez-vous' ? indicesRendezVous(faits, sortiePrevue) : indicesBesoin(faits, besoin)
    const etat = force.find((e) => indices.some((i) => i.etat === e)) ?? 'inconnu'
    return { besoin, etat, source: indices.find((i) => i.etat === etat)?.source ?? null }
  })

type Indice = { readonly etat: EtatPreparation; readonly source: Preparation['source'] }

const force: readonly EtatPreparation[] = ['pret', 'en-cours', 'a-faire']

const indicesBesoin = (faits: FaitsParcours, besoin: BesoinSortie): Indice[] => [
  ...faits.demarches
    .filter((d) => besoinDe(d) === besoin)
    .map((d) => ({ etat: etatDe(d), source: 'demarche' as const })),
  ...faits.orientations.flatMap(({ destination, statut }) => {
    const etat = besoinDeDestination[destination] === besoin ? etatsOrientation[statut] : undefined
    return etat === undefined ? [] : { etat, source: 'orientation' as const }
  }),
  ...indicesSituation(faits, besoin),
]

const besoinDe = ({ demarche }: Demarche): BesoinSortie | undefined =>
  typesDemarche.find((t) => t.code === demarche)?.besoin

/** A refusal leaves the need where it was: still to do. */
const etatDe = ({ statut }: Demarche): EtatPreparation => {
  if (statut === 'aboutie') return 'pret'
  return statut === 'a-faire' || estTerminee(statut) ? 'a-faire' : 'en-cours'
}

const etatsOrientation: Readonly<Record<string, EtatPreparation>> = {
  attente: 'en-cours',
  acceptee: 'en-cours',
  aboutie: 'pret',
  refusee: 'a-faire',
  'sans-suite': 'a-faire',
}

const questionDe: Readonly<Partial<Record<BesoinSortie, string>>> = {
  papiers: 'papiers',
  logement: 'logement',
  sante: 'couverture',
  ressources: 'ressources',
  emploi: 'activite',
}

const etatsNiveau: Readonly<Record<Niveau, EtatPreparation>> = {
  acquis: 'pret',
  fragile: 'en-cours',
  manque: 'a-faire',
}

const indicesSituation = (faits: FaitsParcours, besoin: BesoinSortie): Indice[] => {
  const derniere = faits.situations
    .filter((s) => s.jointe)
    .toSorted((a, b) => a.date.localeCompare(b.date))
    .at(-1)
  const niveau = derniere === undefined ? undefined : niveauDe(derniere.reponses, questionDe[besoin] ?? '')
  return niveau === undefined ? [] : [{ etat: etatsNiveau[niveau], source: 'situation' }]
}

/** A day given for the first appointment, or by the SPIP (art. D422-4), is ready; something due just after release is on its way. */
const indicesRendezVous = ({ reperes, echeances, orientations }: FaitsParcours, sortie: string | null): Indice[] => {
  const note = [dateDe(reperes, 'rendez-vous-dehors'), dateDe(reperes, 'convocation-spip')].some(
    (jour) => jour !== undefined && (sortie === null || jour >= sortie),
  )
  const apres =
    sortie !== null &&
    echeances.some(({ date }) => date >= sortie && date <= ajouterJours(sortie, JOURS_PREMIER_RENDEZ_VOUS))
  return [
    ...(note ? [{ etat: 'pret' as const, source: 'repere' as const }] : []),
    ...(apres ? [{ etat: 'en-cours' as const, source: 'echeance' as const }] : []),
    ...(orientations.some((o) => o.statut === 'acceptee')
      ? [{ etat: 'en-cours' as const, source: 'orientation' as const }]
      : []),
  ]
}
