import { Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './parcours.module.css'

/** One part of a tab: what it is for in one line, what is noted, how to add to it. */
export const Volet = (props: {
  readonly titre: string
  readonly aide?: ReactNode
  /** Said when nothing is noted yet. */
  readonly vide?: string | undefined
  readonly lignes?: readonly ReactNode[]
  readonly children?: ReactNode
}) => (
  <Stack component="section" gap="xs" aria-label={props.titre} data-zone>
    <Title order={2}>{props.titre}</Title>
    {props.aide !== undefined && (
      <Text size="sm" c="dimmed" maw="46rem">
        {props.aide}
      </Text>
    )}
    {props.lignes !== undefined && props.lignes.length > 0 && <ul className={classes['liste']}>{props.lignes}</ul>}
    {props.lignes?.length === 0 && props.vide !== undefined && <Text c="dimmed">{props.vide}</Text>}
    {props.children}
  </Stack>
)
