import { Tabs } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useRelecture } from '#app/ecritures.ts'
import { useParams } from '#app/navigation.ts'
import { AccueilsPanneau } from './AccueilsPanneau.tsx'
import { PostesPanneau } from './PostesPanneau.tsx'
import { ouvrirTig, relire } from './store.ts'
import classes from './tig.module.css'

/** The host of TIG: whom it receives, and on which posts. */
export const TigPage = () => {
  const { id } = useParams('tig')
  const [onglet, setOnglet] = useState('accueils')
  useEffect(() => void ouvrirTig(id), [id])
  useRelecture(relire)
  return (
    <Tabs
      value={onglet}
      onChange={(choisi) => setOnglet(choisi ?? 'accueils')}
      keepMounted={false}
      classNames={{ root: classes['onglets'] ?? '', panel: classes['panneau'] ?? '' }}
    >
      <Tabs.List aria-label="Accueils et postes">
        <Tabs.Tab value="accueils">Accueils</Tabs.Tab>
        <Tabs.Tab value="postes">Postes</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="accueils">
        <AccueilsPanneau />
      </Tabs.Panel>
      <Tabs.Panel value="postes">
        <PostesPanneau />
      </Tabs.Panel>
    </Tabs>
  )
}
