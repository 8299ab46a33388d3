import { ActionIcon, Popover, Text } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import { useState } from 'react'

/** How a number is counted, one click away from it; gone with Escape, or when the keyboard goes on. */
export const Definition = ({ de, texte }: { readonly de: string; readonly texte: string }) => {
  const [ouverte, setOuverte] = useState(false)
  const fermer = () => setOuverte(false)
  return (
    <Popover
      opened={ouverte}
      onChange={setOuverte}
      width={300}
      position="bottom-end"
      withArrow
      shadow="md"
      trapFocus={false}
    >
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={`Définition : ${de}`}
          onClick={() => setOuverte(!ouverte)}
          onBlur={fermer}
          onKeyDown={(e) => {
            if (e.key === 'Escape') fermer()
          }}
        >
          <IconInfoCircle size={16} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Text size="sm">{texte}</Text>
      </Popover.Dropdown>
    </Popover>
  )
}
