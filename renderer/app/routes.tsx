import {
  type Icon,
  IconBuildingCommunity,
  IconChartBar,
  IconFileImport,
  IconMessages,
  IconSettings,
  IconSunHigh,
  IconUsers,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'
import type { Lieu } from './navigation.ts'

/** What a screen holds: names, what may be published, or neither. The two first never look alike. */
export type Nature = 'nominatif' | 'publiable' | 'neutre'

export type Place = {
  readonly code: Lieu
  readonly libelle: string
  readonly icone: Icon
  readonly nature: Nature
  /** The screen; absent until its feature is there. */
  readonly Element?: ComponentType
}

/** The places of the post, in the order of the navigation and of Alt+1, Alt+2… */
export const places: readonly Place[] = [
  { code: 'aujourdhui', libelle: 'Aujourd’hui', icone: IconSunHigh, nature: 'nominatif' },
  { code: 'entretiens', libelle: 'Entretiens', icone: IconMessages, nature: 'nominatif' },
  { code: 'personnes', libelle: 'Personnes', icone: IconUsers, nature: 'nominatif' },
  { code: 'partenaires', libelle: 'Partenaires', icone: IconBuildingCommunity, nature: 'nominatif' },
  { code: 'bilans', libelle: 'Bilans', icone: IconChartBar, nature: 'publiable' },
  { code: 'echanges', libelle: 'Échanges', icone: IconFileImport, nature: 'nominatif' },
  { code: 'reglages', libelle: 'Réglages', icone: IconSettings, nature: 'neutre' },
]
