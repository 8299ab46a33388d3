import { Stack, Checkbox, Text, Title } from '@mantine/core'
import { useNomenclature } from '#app/session.ts'
import type { Porteur } from '#shared/domaine/dispositif.ts'
import { activerChamp } from './store.ts'

const titres: Readonly<Record<Porteur, string>> = {
  personne: 'Sur la personne',
  participation: 'Sur sa place dans la situation',
  suivi: 'Sur la situation',
  entretien: 'Sur l’entretien',
}
const ordre: readonly Porteur[] = ['personne', 'suivi', 'participation', 'entretien']

/** Which questions the form asks. One switched off keeps the answers already given. */
export const Questions = () => {
  const { champs } = useNomenclature()
  return (
    <Stack maw={620} gap="lg">
      <div>
        <Title order={2}>Questions posées</Title>
        <Text c="dimmed">
          Ne posez que ce qui sert à la personne ou au bilan. Une question retirée ne paraît plus dans le formulaire ;
          les réponses déjà données restent.
        </Text>
      </div>
      {ordre.map((porteur) => (
        <Stack key={porteur} gap="sm" component="section">
          <Title order={3}>{titres[porteur]}</Title>
          {champs
            .filter((champ) => champ.porteur === porteur)
            .map(({ code, libelle, aide, actif }) => (
              <Checkbox
                key={code}
                label={libelle}
                description={aide}
                checked={actif}
                onChange={(e) => void activerChamp(code, e.currentTarget.checked)}
              />
            ))}
        </Stack>
      ))}
    </Stack>
  )
}
