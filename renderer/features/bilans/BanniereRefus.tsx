import { Alert, Button, Group, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { champsRefus, raisonRefus } from '#shared/erreurs/messages.ts'
import { choisirOnglet, useBilans } from './store.ts'
import classes from './bilans.module.css'

/** Said before anybody tries to publish; the preview stays. */
export const BanniereRefus = () => {
  const { apercu, onglet } = useBilans()
  const refus = apercu?.refus ?? null
  return (
    <div aria-live="polite" className={classes['banniere']}>
      {refus !== null && (
        <Alert role="note" color="alerte" variant="light" p="xs" icon={<IconAlertTriangle aria-hidden />}>
          <Group justify="space-between" wrap="nowrap" gap="md">
            <Text size="sm">
              <strong>Ce bilan ne peut pas être publié tel quel.</strong>{' '}
              {onglet !== 'publier' && raisonRefus(champsRefus(refus))}
            </Text>
            {onglet !== 'publier' && (
              <Button variant="default" flex="none" onClick={() => choisirOnglet('publier')}>
                Que faire ?
              </Button>
            )}
          </Group>
        </Alert>
      )}
    </div>
  )
}
