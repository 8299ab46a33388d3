import { ActionIcon, Button, Group } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useCallback, useEffect } from 'react'
import { preciser } from '#app/navigation.ts'
import { useRelecture } from '#app/ecritures.ts'
import { useTouches } from '#app/touches.ts'
import { grilleDe, type VueAgenda } from '#shared/domaine/agenda/calendrier.ts'
import { Ecran } from '#ui/Ecran.tsx'
import { Grille } from './Grille.tsx'
import { titreDe } from './presenter.ts'
import { choisirJour, lireJours, tourner, useAgenda } from './store.ts'

/** A week or a month of what is due, of meetings and of releases. */
export const AgendaPage = ({ vue }: { readonly vue: VueAgenda }) => {
  const { jour, choisi, parJour } = useAgenda()
  const grille = grilleDe(vue, choisi)
  const [du = choisi, au = choisi] = [grille.at(0)?.at(0), grille.at(-1)?.at(-1)]
  const lire = useCallback(() => lireJours(du, au), [du, au])
  useEffect(() => void lire(), [lire])
  useRelecture(lire)
  useTouches(vue === 'semaine' ? 'Semaine' : 'Mois', touchesDe(vue))
  const nom = vue === 'semaine' ? 'Semaine' : 'Mois'
  return (
    <Ecran
      titre={titreDe(vue, choisi)}
      actions={
        <Group gap={4} wrap="nowrap">
          <ActionIcon size={32} color="gray" aria-label={`${nom} d’avant`} onClick={() => tourner(vue, -1)}>
            <IconChevronLeft size={18} aria-hidden />
          </ActionIcon>
          <Button variant="default" onClick={() => choisirJour(jour)}>
            Revenir à aujourd’hui
          </Button>
          <ActionIcon size={32} color="gray" aria-label={`${nom} d’après`} onClick={() => tourner(vue, 1)}>
            <IconChevronRight size={18} aria-hidden />
          </ActionIcon>
        </Group>
      }
    >
      <Grille
        vue={vue}
        jours={grille}
        parJour={parJour}
        choisi={choisi}
        aujourdhui={jour}
        choisir={choisirJour}
        toutVoir={(date) => {
          choisirJour(date)
          preciser('aujourdhui', { vue: 'semaine' })
        }}
      />
    </Ecran>
  )
}

const touchesDe = (vue: VueAgenda) => [
  {
    combinaison: 'a',
    affichage: 'A',
    libelle: 'Revenir à aujourd’hui',
    action: () => choisirJour(useAgenda.getState().jour),
  },
  { combinaison: 'PageDown', affichage: 'Page ↓', libelle: 'Avancer', action: () => tourner(vue, 1) },
  { combinaison: 'PageUp', affichage: 'Page ↑', libelle: 'Reculer', action: () => tourner(vue, -1) },
  { combinaison: 'ArrowRight', affichage: '← → ↑ ↓', libelle: 'D’un jour à l’autre, dans la grille' },
  { combinaison: 'Enter', affichage: 'Entrée', libelle: 'Aller à ce que tient le jour, puis l’ouvrir' },
  { combinaison: 'Escape', affichage: 'Échap', libelle: 'Revenir au jour' },
]
