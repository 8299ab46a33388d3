import { Anchor, Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { ouvrirEvenement } from '#app/agenda.ts'
import { type Evenement, libellesGenreEvenement } from '#shared/domaine/agenda/evenement.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import { delai, nomsDes } from './presenter.ts'
import classes from './aujourdhui.module.css'

type Props = { readonly attendus: readonly Evenement[]; readonly jour: string; readonly vide: string }

/** The first ones; the rest is one click away. */
const MONTREES = 8

/** What is due, late things first; each opens where it is noted. */
export const Attendus = ({ attendus, jour, vide }: Props) => {
  const [tous, setTous] = useState(false)
  if (attendus.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {vide}
      </Text>
    )
  const visibles = tous ? attendus : attendus.slice(0, MONTREES)
  return (
    <>
      <ul className={classes['liste']}>
        {visibles.map((evenement) => (
          <Ligne key={evenement.cle} evenement={evenement} jour={jour} />
        ))}
      </ul>
      {visibles.length < attendus.length && (
        <Button variant="subtle" onClick={() => setTous(true)}>
          Voir les {attendus.length - visibles.length} autres
        </Button>
      )}
    </>
  )
}

const Ligne = ({ evenement, jour }: { readonly evenement: Evenement; readonly jour: string }) => {
  const { genre, date, heure, titre, lieu, personnes } = evenement
  const { texte, retard } = delai(date, jour)
  const precision = [libellesGenreEvenement[genre], nomsDes(personnes), lieu ?? ''].filter(
    (t) => t !== '' && t !== titre,
  )
  return (
    <li className={classes['ligne']}>
      <Stack gap={0} className={classes['corps']}>
        <Anchor
          component="button"
          type="button"
          size="sm"
          fw={600}
          ta="left"
          onClick={() => ouvrirEvenement(evenement)}
        >
          {titre}
        </Anchor>
        <Text size="sm" c="dimmed">
          {precision.join(' · ')}
        </Text>
      </Stack>
      <Text
        size="sm"
        ta="right"
        className={classes['date'] ?? ''}
        {...(retard ? { 'data-retard': true, fw: 600 } : {})}
      >
        {texte}
        <Text span size="xs" c="dimmed" display="block" fw={400}>
          {heure === null ? dateFrancaise(date) : `${dateFrancaise(date)}, ${heure}`}
        </Text>
      </Text>
    </li>
  )
}
