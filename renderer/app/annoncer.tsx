import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'

/** Says in a corner that something is done. */
export const annoncer = (message: string): void => {
  notifications.show({ message, role: 'status' })
}

/** Same, with ten seconds to change one's mind. */
export const annoncerAvecAnnulation = (annonce: {
  readonly message: string
  readonly annuler: () => Promise<boolean>
  readonly annule: string
}): void => {
  const id = crypto.randomUUID()
  const revenir = async () => {
    notifications.hide(id)
    if (await annonce.annuler()) annoncer(annonce.annule)
  }
  notifications.show({
    id,
    role: 'status',
    autoClose: 10_000,
    message: (
      <Group justify="space-between" wrap="nowrap">
        {annonce.message}
        <Button variant="subtle" flex="none" onClick={() => void revenir()}>
          Annuler
        </Button>
      </Group>
    ),
  })
}
