import { Stack, Checkbox, Text, Title } from '@mantine/core'
import { accorder } from '#app/mots.ts'
import { useNomenclature } from '#app/session.ts'
import type { Porteur } from '#shared/domaine/dispositif.ts'
import { activerChamp } from './store.ts'

const titreDe = (porteur: Porteur, le: string): string =>
  ({
    personne: 'Sur la personne',
    participation: `Sur sa place dans ${le}`,
    suivi: `Sur ${le}`,
    entretien: 'Sur l’entretien',
  })[porteur]
const ordre: readonly Porteur[] = ['personne', 'suivi', 'participation', 'entretien']

/** Which questions the form asks. One switched off keeps the answers already given. */
export const Questions = () => {
  const { champs, motSuivi } = useNomenclature()
  const { le } = accorder(motSuivi)
  const porteurs = ordre.filter((porteur) => champs.some((champ) => champ.porteur === porteur))
  return (
    <Stack maw={620} gap="lg">
      <div>
        <Title order={2}>Questions posées</Title>
        <Text c="dimmed">
          Ne posez que ce qui sert à la personne ou au bilan. Une question retirée ne paraît plus dans le formulaire ;
          les réponses déjà données restent.
        </Text>
      </div>
      {porteurs.map((porteur) => (
        <Stack key={porteur} gap="sm" component="section">
          <Title order={3}>{titreDe(porteur, le)}</Title>
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
