import { Code, List, Stack, Text, Title } from '@mantine/core'
import { useSession } from '#app/session.ts'

/** Where the coffre is, and what Jalon never does. */
export const APropos = () => {
  const emplacement = useSession((s) => s.coffre?.emplacement ?? '')
  return (
    <Stack maw={620} gap="md">
      <Title order={2}>À propos</Title>
      <Text>Jalon {import.meta.env.VITE_VERSION}</Text>
      <div>
        <Text fw={600}>Dossier du coffre</Text>
        <Code>{emplacement}</Code>
        <Text c="dimmed" mt={4}>
          Tout est là, chiffré. Copier ce dossier entier, Jalon fermé, c’est en faire une sauvegarde.
        </Text>
      </div>
      <div>
        <Text fw={600}>Jalon ne fait jamais</Text>
        <List>
          <List.Item>de connexion à un réseau, quel qu’il soit ;</List.Item>
          <List.Item>de mesure de votre usage ;</List.Item>
          <List.Item>
            d’export d’un nom ou d’un texte libre dans un bilan, hors les textes que vous y écrivez ;
          </List.Item>
          <List.Item>
            d’enregistrement d’une infraction, d’un jugement, d’un casier, d’un numéro de sécurité sociale, d’une
            religion, d’une origine, d’une opinion ou d’un élément médical : aucun champ n’existe pour cela.
          </List.Item>
        </List>
      </div>
    </Stack>
  )
}
