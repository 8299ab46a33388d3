import { Button, Tabs } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { AgendaPage } from '#features/agenda/AgendaPage.tsx'
import { PapierAgenda } from '#features/agenda/PapierAgenda.tsx'
import { useAgenda } from '#features/agenda/store.ts'
import { AttendusPage } from '#features/aujourdhui/AttendusPage.tsx'
import { AujourdhuiPage } from '#features/aujourdhui/AujourdhuiPage.tsx'
import { aujourdhui } from './dates.ts'
import { preciser, useParams, type VueAujourdhui } from './navigation.ts'
import { useNomenclature } from './session.ts'
import { useTouches } from './touches.ts'
import classes from './aujourdhui.module.css'

/** The day, and the agenda it belongs to; each may be printed. */
export const Aujourdhui = () => {
  const { vue = 'journee' } = useParams('aujourdhui')
  const { nature } = useNomenclature()
  const choisi = useAgenda((s) => s.choisi)
  const [papier, setPapier] = useState(false)
  useTouches('Agenda', [
    ...vues.map(({ code, titre, touche }) => ({
      combinaison: touche.toLowerCase(),
      affichage: touche,
      libelle: titre,
      action: () => montrer(code),
    })),
    { combinaison: 'i', affichage: 'I', libelle: 'Imprimer le jour ou la semaine', action: () => setPapier(true) },
  ])
  return (
    <>
      <Tabs
        value={vue}
        onChange={(code) => montrer((code ?? 'journee') as VueAujourdhui)}
        keepMounted={false}
        classNames={{ root: classes['onglets'] ?? '', list: classes['liste'] ?? '', panel: classes['panneau'] ?? '' }}
      >
        <div className={classes['barre']}>
          <Tabs.List aria-label="Aujourd’hui">
            {vues.map(({ code, titre }) => (
              <Tabs.Tab key={code} value={code}>
                {titre}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconPrinter size={16} aria-hidden />}
            onClick={() => setPapier(true)}
          >
            Imprimer…
          </Button>
        </div>
        <Tabs.Panel value="journee">{nature === 'entretiens' ? <AujourdhuiPage /> : <AttendusPage />}</Tabs.Panel>
        <Tabs.Panel value="semaine">
          <AgendaPage vue="semaine" />
        </Tabs.Panel>
        <Tabs.Panel value="mois">
          <AgendaPage vue="mois" />
        </Tabs.Panel>
      </Tabs>
      <PapierAgenda ouvert={papier} fermer={() => setPapier(false)} jour={vue === 'journee' ? aujourdhui() : choisi} />
    </>
  )
}

const montrer = (vue: VueAujourdhui): void => preciser('aujourdhui', { vue })

const vues = [
  { code: 'journee', titre: 'Journée', touche: 'J' },
  { code: 'semaine', titre: 'Semaine', touche: 'S' },
  { code: 'mois', titre: 'Mois', touche: 'M' },
] as const
