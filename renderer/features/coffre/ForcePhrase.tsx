import { Group, Progress, Text } from '@mantine/core'
import { forceDe } from './phrase.ts'

/** How strong the passphrase being typed is: in words first, the bar repeats it. */
export const ForcePhrase = ({ phrase }: { readonly phrase: string }) => {
  if (phrase === '') return null
  const { niveau, texte } = forceDe(phrase)
  return (
    <Group gap="sm" wrap="nowrap">
      <Progress w={120} value={[12, 40, 70, 100][niveau] ?? 0} color={niveau < 1 ? 'alerte' : 'petrole'} aria-hidden />
      <Text component="output" size="xs" c="dimmed">
        {texte}
      </Text>
    </Group>
  )
}
