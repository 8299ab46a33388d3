import { ActionIcon, Popover, Text } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'

/** How a number is counted, one click away from it. */
export const Definition = ({ de, texte }: { readonly de: string; readonly texte: string }) => (
  <Popover width={300} position="bottom-end" withArrow shadow="md" trapFocus={false}>
    <Popover.Target>
      <ActionIcon variant="subtle" color="gray" size="sm" aria-label={`Définition : ${de}`}>
        <IconInfoCircle size={16} aria-hidden />
      </ActionIcon>
    </Popover.Target>
    <Popover.Dropdown>
      <Text size="sm">{texte}</Text>
    </Popover.Dropdown>
  </Popover>
)
