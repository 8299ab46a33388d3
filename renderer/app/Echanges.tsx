import { Tabs } from '@mantine/core'
import type { ComponentType } from 'react'
import { CopiePage } from '#features/copie-en-clair/CopiePage.tsx'
import { EchangesPage } from '#features/echanges/EchangesPage.tsx'
import { LotsPage } from '#features/lots/LotsPage.tsx'
import { dispositifsComptes } from '#shared/domaine/lot/definition.ts'
import classes from './coordination.module.css'
import { type OngletEchanges, preciser, useParams } from './navigation.ts'
import { usePermis, useReglages } from './session.ts'

/**
 * What comes in and what goes out: a spreadsheet, the lots given to a coordinator where something is counted, and the whole
 * coffre for whoever may take it away.
 */
export const Echanges = () => {
  const { onglet = 'importer' } = useParams('echanges')
  const { dispositif } = useReglages()
  const permis = usePermis()
  const ecrans = tous.filter(
    ({ code }) =>
      (code !== 'lots' || dispositifsComptes.includes(dispositif)) &&
      (code !== 'copie' || permis('copieEnClair.ecrire')),
  )
  if (ecrans.length === 1) return <EchangesPage />
  return (
    <Tabs
      value={ecrans.some(({ code }) => code === onglet) ? onglet : 'importer'}
      onChange={(choisi) => preciser('echanges', { onglet: (choisi ?? 'importer') as OngletEchanges })}
      keepMounted={false}
      classNames={{ root: classes['onglets'] ?? '', panel: classes['panneau'] ?? '' }}
    >
      <Tabs.List aria-label="Échanges">
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

const tous: readonly { readonly code: OngletEchanges; readonly titre: string; readonly Element: ComponentType }[] = [
  { code: 'importer', titre: 'Importer un tableur', Element: EchangesPage },
  { code: 'lots', titre: 'Donner un lot', Element: LotsPage },
  { code: 'copie', titre: 'Copie en clair', Element: CopiePage },
]
