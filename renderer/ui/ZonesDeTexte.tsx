import { Stack, Text, Textarea } from '@mantine/core'
import type { ReactNode } from 'react'

/** Long texts under their titles, saved by themselves at each pause; `etat` says where that stands. */
export const ZonesDeTexte = (props: {
  readonly intro: ReactNode
  readonly zones: readonly { readonly code: string; readonly titre: string; readonly aide: string }[]
  readonly textes: Readonly<Record<string, string>>
  readonly taper: (code: string, texte: string) => void
  readonly quitter: () => void
  readonly etat: ReactNode
}) => (
  <Stack gap="md">
    <Text size="sm">{props.intro}</Text>
    {props.zones.map(({ code, titre, aide }) => (
      <Textarea
        key={code}
        label={titre}
        description={aide}
        autosize
        minRows={3}
        maxRows={14}
        maxLength={20_000}
        value={props.textes[code] ?? ''}
        onChange={(e) => props.taper(code, e.currentTarget.value)}
        onBlur={props.quitter}
      />
    ))}
    <Text component="output" size="sm" c="dimmed">
      {props.etat}
    </Text>
  </Stack>
)
