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
import { EntretiensPage } from '#features/entretiens/EntretiensPage.tsx'
import { ParcoursPage } from '#features/parcours/ParcoursPage.tsx'
import { PartenairesPage } from '#features/partenaires/PartenairesPage.tsx'
import { PersonnesPage } from '#features/personnes/PersonnesPage.tsx'
import { RafalePage } from '#features/rafale/RafalePage.tsx'
import { ReglagesPage } from '#features/reglages/ReglagesPage.tsx'
import { SaisiePage } from '#features/saisie/SaisiePage.tsx'
import { SortiesPage } from '#features/sorties/SortiesPage.tsx'
import { TigPage } from '#features/tig/TigPage.tsx'
import type { NomAppel } from '#shared/domaine/acces/droits-du-contrat.ts'
import type { Nomenclature } from '#shared/domaine/nomenclature.ts'
import { aUnParcours } from '#shared/domaine/parcours/a-un-parcours.ts'
import { Aujourdhui } from './Aujourdhui.tsx'
import { Bilans } from './Bilans.tsx'
import { CoordinationPage } from './Coordination.tsx'
import { Echanges } from './Echanges.tsx'
import { type Lieu, useParams } from './navigation.ts'
import { useNomenclature, usePermis } from './session.ts'

/** What a screen holds: names, what may be published, or neither. The two first never look alike. */
export type Nature = 'nominatif' | 'publiable' | 'neutre'

export type Place = {
  readonly code: Lieu
  readonly libelle: string
  readonly icone: Icon
  readonly nature: Nature
  readonly Element: ComponentType
  /** The call that it lives by: who may not make it has no such place. */
  readonly appel: NomAppel
  /** Whether the dispositif shown uses it; every one does when absent. */
  readonly sert?: (nomenclature: Nomenclature) => boolean
  /** Opened from another place, under which it stands: it has no entry of its own in the navigation. */
  readonly sous?: Lieu
}

/** One place, three screens: the list, the form when one is open, the grid of a burst. */
const Entretiens = () => {
  const { saisie, rafale } = useParams('entretiens')
  if (saisie !== undefined) return <SaisiePage />
  return rafale === true ? <RafalePage /> : <EntretiensPage />
}

/** Those that the dispositif shown uses, in the order of the navigation and of Alt+1, Alt+2… */
export const usePlaces = (): readonly Place[] => {
  const nomenclature = useNomenclature()
  const permis = usePermis()
  return places.filter(({ appel, sert, sous }) => sous === undefined && permis(appel) && (sert?.(nomenclature) ?? true))
}

/** The place shown, unless the dispositif shown doesn't use it, or whoever opened the coffre has no right to it. */
export const usePlace = (lieu: Lieu): Place | undefined => {
  const nomenclature = useNomenclature()
  const permis = usePermis()
  return places.find(({ code, appel, sert }) => code === lieu && permis(appel) && (sert?.(nomenclature) ?? true))
}

const entretiens = ({ nature }: Nomenclature): boolean => nature === 'entretiens'
const personnes = ({ nature }: Nomenclature): boolean => nature !== 'sans-personne'

const places: readonly Place[] = [
  {
    code: 'aujourdhui',
    appel: 'aujourdhui.lire',
    libelle: 'Aujourd’hui',
    icone: IconSunHigh,
    nature: 'nominatif',
    Element: Aujourdhui,
    sert: personnes,
  },
  // The same place for whoever reads no suivi: meetings, and nobody.
  {
    code: 'aujourdhui',
    appel: 'agenda.reunions',
    libelle: 'Aujourd’hui',
    icone: IconSunHigh,
    nature: 'neutre',
    Element: Aujourdhui,
    sert: ({ nature }) => nature === 'sans-personne',
  },
  {
    code: 'entretiens',
    appel: 'entretiens.lister',
    libelle: 'Entretiens',
    icone: IconMessages,
    nature: 'nominatif',
    Element: Entretiens,
    sert: entretiens,
  },
  // The place Coordination of a host of TIG: it holds names, and bears its own name so that nobody mistakes one for the other.
  {
    code: 'tig',
    appel: 'tig.lister',
    libelle: 'Accueils TIG',
    icone: IconTools,
    nature: 'nominatif',
    Element: TigPage,
    sert: ({ nature }) => nature === 'accueils',
  },
  {
    code: 'coordination',
    appel: 'observatoire.compter',
    libelle: 'Coordination',
    icone: IconCompass,
    nature: 'neutre',
    Element: CoordinationPage,
    sert: ({ nature }) => nature === 'sans-personne',
  },
  {
    code: 'personnes',
    appel: 'personnes.lister',
    libelle: 'Personnes',
    icone: IconUsers,
    nature: 'nominatif',
    Element: PersonnesPage,
    sert: personnes,
  },
  {
    code: 'parcours',
    appel: 'parcours.lire',
    libelle: 'Parcours',
    icone: IconUsers,
    nature: 'nominatif',
    Element: ParcoursPage,
    sert: aUnParcours,
    sous: 'personnes',
  },
  {
    code: 'sorties',
    appel: 'parcours.sorties',
    libelle: 'Sorties',
    icone: IconDoorExit,
    nature: 'nominatif',
    Element: SortiesPage,
    sert: aUnParcours,
  },
  {
    code: 'partenaires',
    appel: 'partenaires.lister',
    libelle: 'Partenaires',
    icone: IconBuildingCommunity,
    nature: 'nominatif',
    Element: PartenairesPage,
  },
  {
    code: 'bilans',
    appel: 'bilans.editions',
    libelle: 'Bilans',
    icone: IconChartBar,
    nature: 'publiable',
    Element: Bilans,
  },
  {
    code: 'echanges',
    appel: 'echanges.examiner',
    libelle: 'Échanges',
    icone: IconFileImport,
    nature: 'nominatif',
    Element: Echanges,
  },
  {
    code: 'reglages',
    appel: 'reglages.lire',
    libelle: 'Réglages',
    icone: IconSettings,
    nature: 'neutre',
    Element: ReglagesPage,
  },
]
