import { Button, Group, Text } from '@mantine/core'

/** Says that a form shows what was typed before and not saved, and offers to begin anew. */
export const Repris = ({ repris, onEffacer }: { readonly repris: boolean; readonly onEffacer: () => void }) =>
  repris ? (
    <Group gap="xs">
      <Text size="sm" c="dimmed">
        Repris de ce qui était tapé et pas encore enregistré.
      </Text>
      <Button variant="subtle" size="compact-sm" onClick={onEffacer}>
        Effacer
      </Button>
    </Group>
  ) : null
