import { Anchor, Text } from '@mantine/core'
import { Fragment } from 'react'

/** Names that open their file. */
export const Personnes = (props: {
  readonly personnes: readonly { readonly id: string; readonly libelle: string }[]
  readonly ouvrir: (id: string) => void
}) => (
  <Text size="sm" c="dimmed" span>
    {props.personnes.map(({ id, libelle }, rang) => (
      <Fragment key={id}>
        {rang > 0 && ', '}
        <Anchor component="button" type="button" size="sm" onClick={() => props.ouvrir(id)}>
          {libelle}
        </Anchor>
      </Fragment>
    ))}
  </Text>
)
