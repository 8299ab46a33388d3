import { Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'

/** A list of the day, under its title and how many it holds. */
export const Bloc = (props: { readonly titre: string; readonly nombre?: number; readonly children: ReactNode }) => (
  <section aria-label={props.titre}>
    <Title order={2} mb={6}>
      {props.titre}
      {props.nombre !== undefined && props.nombre > 0 && (
        <Text span c="dimmed" fw={400} inherit>
          {' '}
          ({props.nombre})
        </Text>
      )}
    </Title>
    {props.children}
  </section>
)
