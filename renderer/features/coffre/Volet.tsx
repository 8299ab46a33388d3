import { Paper, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './coffre.module.css'

/** The single sheet, in the middle of the window, of every screen met before the coffre is usable. */
export const Volet = ({ titre, children }: { readonly titre: string; readonly children: ReactNode }) => (
  <main className={classes['scene']}>
    <Paper className={classes['volet'] ?? ''} withBorder p="xl">
      <Stack gap="md">
        <div data-hors-feuille>
          <Text fw={700} c="var(--jalon-accent-texte)">
            Jalon
          </Text>
          <Title order={1}>{titre}</Title>
        </div>
        {children}
      </Stack>
    </Paper>
  </main>
)
