import { normaliser } from '../../utils/texte.ts'
import type { Indicateur } from '../strategie/indicateur.ts'
import { trouverLiaison } from '../strategie/liaisons.ts'

/**
 * Whether the numbers of an indicator may count persons. Typed ones do unless their unit is known to be a thing: a unit that
 * is not in the list, or none, is taken for persons.
 */
export const compteDesPersonnes = ({ liaison, unite }: Pick<Indicateur, 'liaison' | 'unite'>): boolean =>
  liaison === null ? !estUneChose(unite) : trouverLiaison(liaison).personnes

const estUneChose = (unite: string): boolean => {
  const [premier = ''] = normaliser(unite).split(' ')
  return choses.has(premier) || choses.has(premier.replace(/[sx]$/u, ''))
}

/** Neither « rappels à l’ordre », « contrats » nor « mesures »: each is one person's. */
const choses: ReadonlySet<string> = new Set([
  'action',
  'activite',
  'affiche',
  'atelier',
  'camera',
  'campagne',
  'classe',
  'comite',
  'convention',
  'depliant',
  'ecole',
  'equipement',
  'etablissement',
  'euro',
  'evenement',
  'formation',
  'guide',
  'heure',
  'incident',
  'intervention',
  'jour',
  'journee',
  'manifestation',
  'outil',
  'patrouille',
  'permanence',
  'place',
  'poste',
  'projet',
  'quartier',
  'requisition',
  'reunion',
  'seance',
  'secteur',
  'semaine',
  'session',
  'signalement',
  'site',
  'structure',
])
