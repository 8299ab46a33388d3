import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconDownload, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { FormulaireStrategie } from './FormulaireStrategie.tsx'
import { chargerExemple } from './store.ts'

/** The next strategy of the town, or an example, beside the one shown. */
export const AutresStrategies = () => {
  const [nouvelle, setNouvelle] = useState(false)
  const [refus, setRefus] = useState('')
  return (
    <Stack component="section" gap={6} aria-labelledby="titre-autres">
      <Title order={3} id="titre-autres">
        Autre stratégie
      </Title>
      {nouvelle ? (
        <FormulaireStrategie onFini={() => setNouvelle(false)} />
      ) : (
        <Group gap="xs">
          <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setNouvelle(true)}>
            Commencer une stratégie
          </Button>
          <Button
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
            onClick={() => void chargerExemple().then((raison) => setRefus(raison ?? ''))}
          >
            Charger l’exemple d’Aix-en-Provence
          </Button>
        </Group>
      )}
      {refus !== '' && (
        <Text c="var(--mantine-color-error)" role="alert">
          {refus}
        </Text>
      )}
    </Stack>
  )
}
