import { Button, Group, NativeSelect, Paper, Text, Title } from '@mantine/core'
import { type SubmitEvent, useState } from 'react'
import { aujourdhui } from '#app/dates.ts'
import {
  type MotifProlongation,
  motifsProlongation,
  PROLONGATION_MOIS,
} from '#shared/domaine/conservation/prolongation.ts'
import { ajouterMois, dateFrancaise } from '#shared/utils/dates.ts'
import { ChampDate } from '#ui/ChampDate.tsx'
import { ecrireDate, lireDate } from '#ui/lire-date.ts'
import { prolonger } from './conservation.ts'

/** Keeps a dossier longer, for a reason of the list and until a day: never for ever. */
export const FormulaireProlongation = (props: { readonly suiviId: string; readonly onFini: () => void }) => {
  const [motif, setMotif] = useState<MotifProlongation>('obligation-legale')
  const [date, setDate] = useState(ecrireDate(ajouterMois(aujourdhui(), 12)))
  const [refus, setRefus] = useState(false)
  const limite = ajouterMois(aujourdhui(), PROLONGATION_MOIS)
  const jour = lireDate(date, aujourdhui())
  const fausse = jour === undefined || jour <= aujourdhui() || jour > limite
  const garder = async (evenement: SubmitEvent) => {
    evenement.preventDefault()
    setRefus(true)
    if (!fausse && (await prolonger({ suiviId: props.suiviId, motif, jusquAu: jour }))) props.onFini()
  }
  return (
    <Paper withBorder p="md" mt="sm" maw={720}>
      <Title order={4}>Garder plus longtemps</Title>
      <Text c="dimmed" size="sm" mb="xs">
        Seulement s’il le faut : la CNIL admet un archivage justifié par écrit, trois ans au plus.
      </Text>
      <form noValidate onSubmit={(evenement) => void garder(evenement)}>
        <Group align="flex-start">
          <NativeSelect
            label="Pourquoi"
            value={motif}
            onChange={(e) => setMotif(e.currentTarget.value as MotifProlongation)}
            data={Object.entries(motifsProlongation).map(([value, label]) => ({ value, label }))}
          />
          <ChampDate
            label="Jusqu’au"
            aujourdhui={aujourdhui()}
            value={date}
            onChange={setDate}
            error={refus && fausse ? `Après aujourd’hui, au plus tard le ${dateFrancaise(limite)}.` : undefined}
          />
        </Group>
        <Group mt="sm">
          <Button type="submit">Garder</Button>
          <Button variant="subtle" color="gray" onClick={props.onFini}>
            Abandonner
          </Button>
        </Group>
      </form>
    </Paper>
  )
}
