import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useEffect } from 'react'
import { heure } from '#app/dates.ts'
import { usePermis } from '#app/session.ts'
import { nomDePeriode } from '#shared/domaine/bilan/periode.ts'
import type { EditionPubliee } from '#shared/ipc/contract/bilans.ts'
import { dateFrancaise, jourLocal } from '#shared/utils/dates.ts'
import { FichiersEcrits } from './PanneauPublier.tsx'
import { libellesMode, nommerFormats, phraseChangements } from './presenter.ts'
import { comparerEdition, imprimerRapport, lireEditions, republier, useRegistre } from './registre.ts'
import classes from './bilans.module.css'

/** Everything that was published, for ever: what it was, and its files again. */
export const PanneauRegistre = () => {
  const { editions } = useRegistre()
  useEffect(() => void lireEditions(), [])
  if (editions === null) return null
  if (editions.length === 0)
    return (
      <Text size="sm">
        Aucun bilan publié. Chaque bilan publié s’inscrit ici pour toujours, avec ses fichiers et la preuve qu’il ne
        désigne personne. On peut alors le republier à l’identique, et les suivants en tiennent compte.
      </Text>
    )
  return (
    <Stack gap="sm">
      <Text size="sm">
        Les bilans publiés, du plus récent au plus ancien. Ils ne changent plus : republier donne les mêmes fichiers, à
        l’octet près.
      </Text>
      <ul className={classes['editions']}>
        {editions.map((edition) => (
          <Edition key={edition.id} edition={edition} />
        ))}
      </ul>
    </Stack>
  )
}

const Edition = ({ edition }: { readonly edition: EditionPubliee }) => {
  const { occupee, ecrits, changements } = useRegistre()
  const permis = usePermis()
  const { id, creeeLe, mode, seuil, formats } = edition
  const titre = `registre-${id}`
  const depuis = changements[id]
  return (
    <li aria-labelledby={titre}>
      <Title order={2} id={titre}>
        Bilan {nomDePeriode(edition)}
      </Title>
      <Text size="sm">
        Publié le {dateFrancaise(jourLocal(new Date(creeeLe)))} à {heure(creeeLe)}
      </Text>
      <Text size="sm" c="dimmed">
        {libellesMode[mode].nom}, seuil {seuil} · {nommerFormats(formats)}
      </Text>
      <Group gap={6} mt={6}>
        <Button variant="default" disabled={occupee !== null} onClick={() => void republier(id)}>
          Republier…
        </Button>
        {permis('bilans.changements') && (
          <Button variant="default" disabled={occupee !== null} onClick={() => void comparerEdition(id)}>
            Comparer à aujourd’hui
          </Button>
        )}
        {permis('bilans.rapport') && (
          <Button variant="default" disabled={occupee !== null} onClick={() => void imprimerRapport(id)}>
            Rapport de contrôle (confidentiel)…
          </Button>
        )}
      </Group>
      <Stack gap={6} mt={6} aria-live="polite">
        {depuis !== undefined && <Text size="sm">{phraseChangements(depuis)}</Text>}
        {ecrits?.edition === id && <FichiersEcrits {...ecrits} />}
      </Stack>
    </li>
  )
}
