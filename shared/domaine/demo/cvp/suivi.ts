import type { EntretienASaisir } from '../../entretien.ts'
import type { ConsentementASaisir } from '../../parcours/consentement.ts'
import type { CodeRepere } from '../../parcours/etape.ts'
import type { MesureASaisir } from '../../parcours/mesure.ts'
import type { PassageASaisir } from '../../parcours/passage.ts'
import type { RattachementASaisir } from '../../parcours/rattachement.ts'
import type { ReperageASaisir } from '../../parcours/reperage.ts'
import type { SituationASaisir } from '../../parcours/situation.ts'
import type { StatutPenalASaisir } from '../../parcours/statut-penal.ts'
import type { Partenaire } from '../../partenaire.ts'
import type { PersonneASaisir } from '../../personne.ts'
import type { DateIso } from '../../../utils/dates.ts'
import type { Hasard } from '../hasard.ts'
import type { ClotureDemo } from '../suites.ts'
import { cadreDe } from './cadre.ts'
import { type DemarcheEcrite, demarchesDe } from './demarches.ts'
import { entretiensDe } from './entretiens.ts'
import { lieuxDemo, poidsPrescripteur, type Horizon } from './poids.ts'
import { situationsDe } from './situations.ts'
import { tempsDe } from './temps.ts'

/** One invented suivi, as the acts of a user. `personne` is null when the coffre already knows her. */
export type SuiviCvp = {
  readonly suiviId: string
  readonly ouvertLe: DateIso
  readonly personne: PersonneASaisir | null
  /** Only for somebody not met yet; the first entretien opens the others. */
  readonly reperage: ReperageASaisir | null
  readonly entretiens: readonly EntretienASaisir[]
  readonly passages: readonly PassageASaisir[]
  readonly statuts: readonly StatutPenalASaisir[]
  readonly mesures: readonly MesureASaisir[]
  readonly reperes: readonly { readonly suiviId: string; readonly repere: CodeRepere; readonly date: DateIso }[]
  readonly consentements: readonly ConsentementASaisir[]
  readonly situations: readonly SituationASaisir[]
  readonly demarches: readonly DemarcheEcrite[]
  readonly rattachement: RattachementASaisir | null
  readonly cloture: ClotureDemo | null
}

export type Contexte = { readonly aujourdhui: DateIso; readonly partenaires: readonly Partenaire[] }

export const inventerSuiviCvp = (
  h: Hasard,
  personne: PersonneASaisir,
  connu: boolean,
  horizon: Horizon,
  { aujourdhui, partenaires }: Contexte,
): SuiviCvp => {
  const suiviId = h.uuid()
  const temps = tempsDe(h, horizon, aujourdhui)
  const reponses = { prescripteur: h.choisirPoids(poidsPrescripteur) }
  const lieu = h.choisirPoids<keyof typeof lieuxDemo>(lieuxDemo)
  const base = { suiviId, ouvertLe: temps.orientation, personne: connu ? null : personne }
  if (horizon.genre === 'oriente') {
    const reperage = { suiviId, personneId: personne.id, role: null, date: temps.orientation, reponses }
    return { ...base, reperage, ...cadreDe(h, suiviId, horizon, temps, lieu, aujourdhui), ...rien }
  }
  const spip = partenaires.find((p) => p.genre === 'spip-milieu-ouvert')
  return {
    ...base,
    reperage: null,
    entretiens: entretiensDe(h, { suiviId, personneId: personne.id, reponses, lieu }, temps),
    ...cadreDe(h, suiviId, horizon, temps, lieu, aujourdhui),
    consentements: (['notice', 'accompagnement', 'partage'] as const).map((objet) => ({
      id: h.uuid(),
      suiviId,
      objet,
      reponse: objet === 'partage' && h.arrive(0.12) ? 'refuse' : 'donne',
      date: temps.premier,
      par: 'cvp',
      aupresDe: 'personne',
    })),
    situations: situationsDe(h, suiviId, horizon, temps, aujourdhui),
    demarches: demarchesDe(h, suiviId, horizon, temps, partenaires),
    rattachement:
      spip !== undefined && h.arrive(0.7) ? { suiviId, referentId: spip.id, relaisId: null, relaisLe: null } : null,
    cloture: temps.cloture === null ? null : { id: suiviId, ...temps.cloture },
  }
}

/** What somebody not met yet has not. */
const rien = {
  entretiens: [],
  consentements: [],
  situations: [],
  demarches: [],
  rattachement: null,
  cloture: null,
} as const
