import type { PersonneASaisir } from '../../personne.ts'
import type { AccueilASaisir } from '../../tig/accueil.ts'
import type { IncidentASaisir } from '../../tig/incident.ts'
import type { JourneeASaisir } from '../../tig/journee.ts'
import type { PosteTravail } from '../../tig/poste-travail.ts'
import type { DateIso } from '../../../utils/dates.ts'
import { creerHasard } from '../hasard.ts'
import { inventerAccueil } from './accueil.ts'
import { inventerPostesTig } from './postes.ts'

/** One invented person received, her sheet and what happened. */
export type AccueilDemo = {
  readonly personne: PersonneASaisir
  readonly accueil: AccueilASaisir
  readonly journees: readonly JourneeASaisir[]
  readonly incidents: readonly IncidentASaisir[]
  readonly attestationLe: DateIso | null
}

/** The invented accueils of the same town. Everything is invented. */
export type DemonstrationTig = {
  readonly postes: readonly PosteTravail[]
  readonly accueils: readonly AccueilDemo[]
  readonly textes: Readonly<Record<string, string>>
}

const NOMBRE = 40

/** Accueils over the two last years, 9 posts; the same for the same seed and the same day. */
export const genererTig = (aujourdhui: DateIso, graine = 2014): DemonstrationTig => {
  const h = creerHasard(graine)
  const postes = inventerPostesTig(h, aujourdhui)
  const accueils = Array.from({ length: NOMBRE }, (_, rang) =>
    inventerAccueil(h, { rang, nombre: NOMBRE, postes, aujourdhui }),
  )
  return { postes, accueils, textes }
}

const textes = {
  contexte:
    'Texte de démonstration, entièrement inventé. La ville de Valombre accueille des travaux d’intérêt général dans neuf postes de ses services.',
  partenariat: 'Texte de démonstration. Un point avec le SPIP et la PJJ se tient chaque trimestre.',
  difficultes: 'Texte de démonstration. Les postes ouverts aux mineurs manquent pendant les vacances scolaires.',
  perspectives: 'Texte de démonstration. Deux postes de plus sont demandés à la régie des sports.',
}
