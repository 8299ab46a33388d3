import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { heure } from '#app/dates.ts'
import { nomDePeriode } from '#shared/domaine/bilan/periode.ts'
import { dateFrancaise, jourLocal } from '#shared/utils/dates.ts'
import { nomMode } from './presenter.ts'
import { republierConsolide, usePostesSuivis } from './store.ts'
import classes from './postes.module.css'

/** The consolidated reports already published: their files again, whatever lots arrived since. */
export const EditionsConsolidees = () => {
  const { editions, preparation } = usePostesSuivis()
  if (editions.length === 0) return null
  return (
    <Stack gap="xs" component="section" aria-label="Bilans consolidés publiés">
      <Title order={2}>Bilans consolidés publiés</Title>
      <ul className={classes['editions']}>
        {editions.map(({ id, creeeLe, mode, seuil, ...periode }) => (
          <li key={id}>
            <Group justify="space-between" wrap="nowrap">
              <Text>
                Bilan {nomDePeriode(periode)}, publié le {dateFrancaise(jourLocal(new Date(creeeLe)))} à{' '}
                {heure(creeeLe)}{' '}
                <Text component="span" size="sm" c="dimmed">
                  {nomMode(mode)}, seuil {seuil}
                </Text>
              </Text>
              <Button
                variant="default"
                flex="none"
                disabled={preparation}
                aria-label={`Écrire à nouveau le bilan ${nomDePeriode(periode)}`}
                onClick={() => void republierConsolide(id)}
              >
                Écrire à nouveau…
              </Button>
            </Group>
          </li>
        ))}
      </ul>
    </Stack>
  )
}
