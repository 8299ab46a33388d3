import { Group, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { Definition } from '#ui/Definition.tsx'

/** How many it holds never goes without how they are counted. */
type Compte = { readonly nombre: number; readonly definition: string } | { readonly nombre?: undefined }

/** A list of the day, under its title and how many it holds. */
export const Bloc = (props: Compte & { readonly titre: string; readonly children: ReactNode }) => {
  const compte = props.nombre === undefined || props.nombre === 0 ? undefined : props
  return (
    <section aria-label={props.titre}>
      <Group gap={4} mb={6}>
        <Title order={2}>
          {props.titre}
          {compte !== undefined && (
            <Text span c="dimmed" fw={400} inherit>
              {' '}
              ({compte.nombre})
            </Text>
          )}
        </Title>
        {compte !== undefined && <Definition de={props.titre} texte={compte.definition} />}
      </Group>
      {props.children}
    </section>
  )
}
