import { Stack, Title } from '@mantine/core'
import { ChoixMetiers } from '#app/ChoixMetiers.tsx'
import { choisirDispositifs, useReglages } from '#app/session.ts'

/** Which jobs this coffre is kept for. */
export const Metiers = () => {
  const { dispositifs } = useReglages()
  return (
    <Stack component="section" maw={460}>
      <Title order={2}>Métiers</Title>
      <ChoixMetiers
        label="Ce coffre sert au métier de"
        description="Un métier décoché n’est plus montré, et rien de ce qu’il contient n’est effacé."
        choisis={dispositifs}
        onChange={(choisis) => void choisirDispositifs(choisis)}
        auMoinsUn
      />
    </Stack>
  )
}
