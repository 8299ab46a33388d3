import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { IconHelp } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { ouvrirAide } from '#app/aide.ts'
import classes from './coffre.module.css'

/** The single sheet, in the middle of the window, of every screen met before the coffre is usable. */
export const Volet = ({ titre, children }: { readonly titre: string; readonly children: ReactNode }) => (
  <main className={classes['scene']}>
    <Paper className={classes['volet'] ?? ''} withBorder p="xl">
      <Stack gap="md">
        <div data-hors-feuille>
          <Group justify="space-between">
            <Text fw={700} c="var(--jalon-accent-texte)">
              Jalon
            </Text>
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<IconHelp size={16} aria-hidden />}
              rightSection={<kbd>F1</kbd>}
              onClick={() => ouvrirAide()}
            >
              Aide
            </Button>
          </Group>
          <Title order={1}>{titre}</Title>
        </div>
        {children}
      </Stack>
    </Paper>
  </main>
)
