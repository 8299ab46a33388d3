import { Tabs } from '@mantine/core'
import { EchangesPage } from '#features/echanges/EchangesPage.tsx'
import { LotsPage } from '#features/lots/LotsPage.tsx'
import { dispositifsComptes } from '#shared/domaine/lot/definition.ts'
import classes from './coordination.module.css'
import { aller, type OngletEchanges, useParams } from './navigation.ts'
import { useReglages } from './session.ts'

/** What comes in and what goes out: a spreadsheet, and the lots given to a coordinator where something is counted. */
export const Echanges = () => {
  const { onglet = 'importer' } = useParams('echanges')
  const { dispositif } = useReglages()
  if (!dispositifsComptes.includes(dispositif)) return <EchangesPage />
  return (
    <Tabs
      value={onglet}
      onChange={(choisi) => aller('echanges', { onglet: (choisi ?? 'importer') as OngletEchanges })}
      keepMounted={false}
      classNames={{ root: classes['onglets'] ?? '', panel: classes['panneau'] ?? '' }}
    >
      <Tabs.List aria-label="Échanges">
        <Tabs.Tab value="importer">Importer un tableur</Tabs.Tab>
        <Tabs.Tab value="lots">Donner un lot</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="importer">
        <EchangesPage />
      </Tabs.Panel>
      <Tabs.Panel value="lots">
        <LotsPage />
      </Tabs.Panel>
    </Tabs>
  )
}
