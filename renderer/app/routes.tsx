import {
  type Icon,
  IconBuildingCommunity,
  IconChartBar,
  IconCompass,
  IconDoorExit,
  IconFileImport,
  IconMessages,
  IconTools,
  IconSettings,
  IconSunHigh,
  IconUsers,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'
import { AujourdhuiPage } from '#features/aujourdhui/AujourdhuiPage.tsx'
import { BilansPage } from '#features/bilans/BilansPage.tsx'
import { EchangesPage } from '#features/echanges/EchangesPage.tsx'
import { EntretiensPage } from '#features/entretiens/EntretiensPage.tsx'
import { ParcoursPage } from '#features/parcours/ParcoursPage.tsx'
import { PartenairesPage } from '#features/partenaires/PartenairesPage.tsx'
import { PersonnesPage } from '#features/personnes/PersonnesPage.tsx'
import { ReglagesPage } from '#features/reglages/ReglagesPage.tsx'
import { SaisiePage } from '#features/saisie/SaisiePage.tsx'
import { SortiesPage } from '#features/sorties/SortiesPage.tsx'
import { TigPage } from '#features/tig/TigPage.tsx'
import type { Nomenclature } from '#shared/domaine/nomenclature.ts'
import { aUnParcours } from '#shared/domaine/parcours/a-un-parcours.ts'
import { CoordinationPage } from './Coordination.tsx'
import { type Lieu, useParams } from './navigation.ts'
import { useNomenclature } from './session.ts'

/** What a screen holds: names, what may be published, or neither. The two first never look alike. */
export type Nature = 'nominatif' | 'publiable' | 'neutre'

export type Place = {
  readonly code: Lieu
  readonly libelle: string
  readonly icone: Icon
  readonly nature: Nature
  readonly Element: ComponentType
  /** Whether the dispositif shown uses it; every one does when absent. */
  readonly sert?: (nomenclature: Nomenclature) => boolean
  /** Opened from another place, under which it stands: it has no entry of its own in the navigation. */
  readonly sous?: Lieu
}

/** One place, two screens: the list, and the form when one is open. */
const Entretiens = () => (useParams('entretiens').saisie === undefined ? <EntretiensPage /> : <SaisiePage />)

/** Those that the dispositif shown uses, in the order of the navigation and of Alt+1, Alt+2… */
export const usePlaces = (): readonly Place[] => {
  const nomenclature = useNomenclature()
  return places.filter(({ sert, sous }) => sous === undefined && (sert?.(nomenclature) ?? true))
}

/** The place shown, unless the dispositif shown doesn't use it. */
export const usePlace = (lieu: Lieu): Place | undefined => {
  const nomenclature = useNomenclature()
  return places.find(({ code, sert }) => code === lieu && (sert?.(nomenclature) ?? true))
}

const entretiens = ({ nature }: Nomenclature): boolean => nature === 'entretiens'
const personnes = ({ nature }: Nomenclature): boolean => nature !== 'sans-personne'

const places: readonly Place[] = [
  {
    code: 'aujourdhui',
    libelle: 'Aujourd’hui',
    icone: IconSunHigh,
    nature: 'nominatif',
    Element: AujourdhuiPage,
    sert: entretiens,
  },
  {
    code: 'entretiens',
    libelle: 'Entretiens',
    icone: IconMessages,
    nature: 'nominatif',
    Element: Entretiens,
    sert: entretiens,
  },
  // The place Coordination of a host of TIG: it holds names, and bears its own name so that nobody mistakes one for the other.
  {
    code: 'tig',
    libelle: 'Accueils TIG',
    icone: IconTools,
    nature: 'nominatif',
    Element: TigPage,
    sert: ({ nature }) => nature === 'accueils',
  },
  {
    code: 'coordination',
    libelle: 'Coordination',
    icone: IconCompass,
    nature: 'neutre',
    Element: CoordinationPage,
    sert: ({ nature }) => nature === 'sans-personne',
  },
  {
    code: 'personnes',
    libelle: 'Personnes',
    icone: IconUsers,
    nature: 'nominatif',
    Element: PersonnesPage,
    sert: personnes,
  },
  {
    code: 'parcours',
    libelle: 'Parcours',
    icone: IconUsers,
    nature: 'nominatif',
    Element: ParcoursPage,
    sert: aUnParcours,
    sous: 'personnes',
  },
  {
    code: 'sorties',
    libelle: 'Sorties',
    icone: IconDoorExit,
    nature: 'nominatif',
    Element: SortiesPage,
    sert: aUnParcours,
  },
  {
    code: 'partenaires',
    libelle: 'Partenaires',
    icone: IconBuildingCommunity,
    nature: 'nominatif',
    Element: PartenairesPage,
  },
  { code: 'bilans', libelle: 'Bilans', icone: IconChartBar, nature: 'publiable', Element: BilansPage },
  { code: 'echanges', libelle: 'Échanges', icone: IconFileImport, nature: 'nominatif', Element: EchangesPage },
  { code: 'reglages', libelle: 'Réglages', icone: IconSettings, nature: 'neutre', Element: ReglagesPage },
]
