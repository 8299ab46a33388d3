import { Tabs } from '@mantine/core'
import type { ComponentType } from 'react'
import { InstancesPage } from '#features/instances/InstancesPage.tsx'
import { ObservatoirePage } from '#features/observatoire/ObservatoirePage.tsx'
import { PostesPage } from '#features/postes/PostesPage.tsx'
import { StrategiePage } from '#features/strategie/StrategiePage.tsx'
import classes from './coordination.module.css'
import { type OngletCoordination, preciser, useParams } from './navigation.ts'

/** The place of the coordinator: one screen for each thing he answers for. */
export const CoordinationPage = () => {
  const { onglet = 'strategie' } = useParams('coordination')
  return (
    <Tabs
      value={onglet}
      onChange={(choisi) => preciser('coordination', { onglet: (choisi ?? 'strategie') as OngletCoordination })}
      keepMounted={false}
      classNames={{ root: classes['onglets'] ?? '', panel: classes['panneau'] ?? '' }}
    >
      <Tabs.List aria-label="Coordination">
        {ecrans.map(({ code, titre }) => (
          <Tabs.Tab key={code} value={code}>
            {titre}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {ecrans.map(({ code, Element }) => (
        <Tabs.Panel key={code} value={code}>
          <Element />
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}

const ecrans: readonly {
  readonly code: OngletCoordination
  readonly titre: string
  readonly Element: ComponentType
}[] = [
  { code: 'strategie', titre: 'Stratégie', Element: StrategiePage },
  { code: 'instances', titre: 'Instances', Element: InstancesPage },
  { code: 'observatoire', titre: 'Observatoire', Element: ObservatoirePage },
  { code: 'postes', titre: 'Postes suivis', Element: PostesPage },
]
