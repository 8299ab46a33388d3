import type { ChiffreContexte } from '../../contexte.ts'
import type { Instance } from '../../instances/instance.ts'
import type { Reunion } from '../../instances/reunion.ts'
import type { SecteurDessine } from '../../observatoire/carte.ts'
import type { Intervention, Retour, Signalement } from '../../observatoire/signalement.ts'
import type { DateIso } from '../../../utils/dates.ts'
import { creerHasard } from '../hasard.ts'
import { inventerContexte } from './contexte.ts'
import { inventerInstances } from './instances.ts'
import { inventerObservatoire } from './observatoire.ts'

/** The invented year of a coordinator, but for what depends on the strategy once it is loaded. */
export type DemonstrationCoordination = {
  readonly instances: readonly Instance[]
  readonly reunions: readonly Reunion[]
  readonly secteurs: readonly SecteurDessine[]
  readonly signalements: readonly Signalement[]
  readonly interventions: readonly Intervention[]
  readonly retours: readonly Retour[]
  readonly contexte: readonly ChiffreContexte[]
  readonly textes: Readonly<Record<string, string>>
}

/** The last whole year and the one under way; the same for the same seed and the same day. */
export const genererCoordination = (aujourdhui: DateIso, graine = 2015): DemonstrationCoordination => {
  const h = creerHasard(graine)
  const annee = Number(aujourdhui.slice(0, 4)) - 1
  return {
    ...inventerInstances(h, annee, aujourdhui),
    ...inventerObservatoire(h, annee, aujourdhui),
    contexte: inventerContexte(h, annee),
    textes,
  }
}

const textes = {
  contexte:
    'Texte de démonstration, entièrement inventé. Le conseil local de Valombre réunit la ville, l’État, le parquet et les bailleurs.',
  qualitatif:
    'Texte de démonstration. Les partenaires se connaissent mieux : les signalements des bailleurs arrivent dans la semaine.',
  difficultes: 'Texte de démonstration. Le poste de médiateur de soirée est resté vacant quatre mois.',
  priorites:
    'Texte de démonstration. Étendre la médiation sociale au quartier de la gare ; relancer le comité de suivi.',
}
