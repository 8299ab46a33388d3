import { Button, NativeSelect, Stack, Text } from '@mantine/core'
import { useRef, useState } from 'react'
import { aller } from '#app/navigation.ts'
import { useNomenclature } from '#app/session.ts'
import { useTouches } from '#app/touches.ts'
import { libelleDe } from '#shared/domaine/nomenclature.ts'
import {
  libellesStatutOrientation,
  type Orientation,
  StatutOrientation,
  statutsOrientation,
} from '#shared/domaine/orientation.ts'
import { Personnes } from './Personnes.tsx'
import { attente, nomsDes } from './presenter.ts'
import { noterSuite, useAujourdhui } from './store.ts'
import classes from './aujourdhui.module.css'

type EnAttente = Orientation & { readonly personnes: readonly { readonly id: string; readonly libelle: string }[] }

/** The oldest ones first; the rest is one click away, so that the day still fits on a screen. */
const MONTREES = 10

const choix = statutsOrientation.map((value) => ({ value, label: libellesStatutOrientation[value] }))

/** Orientations that still owe an answer, oldest first; the outcome is noted without leaving the page. */
export const OrientationsEnAttente = ({ orientations }: { readonly orientations: readonly EnAttente[] }) => {
  const nomenclature = useNomenclature()
  const jour = useAujourdhui((s) => s.jour)
  const statuts = useAujourdhui((s) => s.statuts)
  const [toutes, setToutes] = useState(false)
  const liste = useRef<HTMLUListElement>(null)
  useTouches('Orientations en attente', [
    {
      combinaison: 'o',
      affichage: 'O',
      libelle: 'Aller à la plus ancienne',
      action: () => liste.current?.querySelector('select')?.focus(),
    },
  ])
  if (orientations.length === 0)
    return (
      <Text size="sm" c="dimmed">
        Aucune orientation n’attend de réponse.
      </Text>
    )
  const visibles = toutes ? orientations : orientations.slice(0, MONTREES)
  return (
    <>
      <ul ref={liste} className={classes['liste']}>
        {visibles.map((orientation) => {
          const destination = libelleDe(nomenclature, nomenclature.listeDestinations, orientation.destination)
          const chez = orientation.partenaire ?? destination
          return (
            <li key={orientation.id} className={classes['ligne']}>
              <Stack gap={0} className={classes['corps']}>
                <Text size="sm" fw={600}>
                  {chez}
                </Text>
                <Personnes personnes={orientation.personnes} ouvrir={(id) => aller('personnes', { id })} />
              </Stack>
              <Text size="sm" c="dimmed" ta="right" className={classes['date']}>
                {attente(orientation.date, jour)}
              </Text>
              <NativeSelect
                size="xs"
                aria-label={`Suite de l’orientation vers ${chez} pour ${nomsDes(orientation.personnes)}`}
                data={choix}
                value={statuts[orientation.id] ?? orientation.statut}
                onChange={(e) => void noterSuite(orientation.id, StatutOrientation.parse(e.currentTarget.value))}
                className={classes['suite']}
              />
            </li>
          )
        })}
      </ul>
      {visibles.length < orientations.length && (
        <Button variant="subtle" onClick={() => setToutes(true)}>
          Voir les {orientations.length - visibles.length} autres
        </Button>
      )}
    </>
  )
}
