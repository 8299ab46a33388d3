import { Group, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './ecran.module.css'

/** A screen: its title and actions on one line, the content below. */
export const Ecran = (props: {
  readonly titre: string
  readonly sousTitre?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}) => (
  <div className={classes['ecran']}>
    <div className={classes['tete']}>
      <div>
        <Title order={1}>{props.titre}</Title>
        {props.sousTitre !== undefined && (
          <Text component="div" c="dimmed">
            {props.sousTitre}
          </Text>
        )}
      </div>
      <Group gap="xs">{props.actions}</Group>
    </div>
    <div className={classes['corps']}>{props.children}</div>
  </div>
)

/** Content on the left, detail on the right when there is one; one above the other when the window is narrow. */
export const MaitreDetail = (props: {
  readonly children: ReactNode
  readonly detail: ReactNode
  readonly libelle: string
  /** The detail is the main thing: it takes more than half. */
  readonly large?: boolean
}) => (
  <div className={classes['maitre']} data-detail={props.detail !== null} data-large={props.large}>
    <div className={classes['liste']}>{props.children}</div>
    {props.detail !== null && (
      <aside className={classes['detail']} aria-label={props.libelle}>
        {props.detail}
      </aside>
    )}
  </div>
)

/** What is said in place of an empty list: why, and what to do. */
export const EtatVide = ({ titre, children }: { readonly titre: string; readonly children?: ReactNode }) => (
  <div className={classes['vide']}>
    <Text fw={600}>{titre}</Text>
    <Text component="div" c="dimmed">
      {children}
    </Text>
  </div>
)
