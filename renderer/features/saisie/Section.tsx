import { Title } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import classes from './saisie.module.css'

/** One part of the interview, under its heading. */
export const Section = ({ titre, children }: { readonly titre: string; readonly children: ReactNode }) => {
  const id = useId()
  return (
    <section className={classes['section']} aria-labelledby={id}>
      <Title order={2} id={id} className={classes['titre'] ?? ''}>
        {titre}
      </Title>
      {children}
    </section>
  )
}
