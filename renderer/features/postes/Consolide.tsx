import { Alert, Button, Group, NumberInput, Select, Stack, Text, Title } from '@mantine/core'
import { IconSum } from '@tabler/icons-react'
import { useState } from 'react'
import type { ModeSecret } from '#shared/domaine/bilan/bilan.ts'
import type { BilanConsolide } from '#shared/ipc/contract/lots.ts'
import { direEcart, direPerimetre, modesConsolides } from './presenter.ts'
import { oublierConsolide, preparerConsolide, publierConsolide, usePostesSuivis } from './store.ts'

/** A field is never empty: nothing is known of any year yet. */
const PREMIERE_ANNEE = 2026

/** The report of all the posts of a year: prepared, told in a few lines, then published. */
export const Consolide = ({ annees }: { readonly annees: readonly number[] }) => {
  const { consolide, preparation } = usePostesSuivis()
  const [annee, setAnnee] = useState(annees.at(-1) ?? PREMIERE_ANNEE)
  const [mode, setMode] = useState<ModeSecret>('masquage')
  const demande = { annee, mode }
  return (
    <Stack gap="sm" component="section" aria-label="Bilan consolidé">
      <Title order={2}>Bilan consolidé</Title>
      <Group align="end">
        <NumberInput
          label="Année du bilan"
          value={annee}
          onChange={(n) => {
            setAnnee(Number(n))
            oublierConsolide()
          }}
          min={1990}
          max={2100}
          w={130}
        />
        <Select
          label="Protection"
          data={modesConsolides}
          value={mode}
          onChange={(choisi) => {
            setMode(modesConsolides.find((m) => m.value === choisi)?.value ?? 'masquage')
            oublierConsolide()
          }}
          allowDeselect={false}
          w={260}
        />
        <Button
          variant="default"
          loading={preparation}
          leftSection={<IconSum size={16} aria-hidden />}
          onClick={() => void preparerConsolide(demande)}
        >
          Préparer
        </Button>
        {consolide !== null && (
          <Button disabled={preparation} onClick={() => void publierConsolide(demande)}>
            Publier…
          </Button>
        )}
      </Group>
      {consolide !== null && <Resume consolide={consolide} />}
    </Stack>
  )
}

const Resume = ({ consolide }: { readonly consolide: BilanConsolide }) => (
  <Stack gap="xs" aria-live="polite">
    {direPerimetre(consolide).map((phrase) => (
      <Text key={phrase}>{phrase}</Text>
    ))}
    {consolide.ecarts.length > 0 && (
      <Alert color="alerte" variant="light" title="Des lots contredisent ce que leur poste a publié">
        {consolide.ecarts.map((e) => (
          <Text key={`${e.edition} ${e.tableau} ${e.codes.join(' ')}`}>{direEcart(e)}</Text>
        ))}
      </Alert>
    )}
  </Stack>
)
