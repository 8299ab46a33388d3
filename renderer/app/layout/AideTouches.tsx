import { Button, Group, Kbd, Modal, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { ouvrirAide } from '../aide.ts'
import { useTouchesAffichees } from '../touches.ts'

/** The keys of what is on screen, opened by « ? ». */
export const AideTouches = ({ ouverte, onClose }: { readonly ouverte: boolean; readonly onClose: () => void }) => {
  const groupes = useTouchesAffichees((s) => s.groupes)
  return (
    <Modal opened={ouverte} onClose={onClose} title="Touches de cet écran" size="lg">
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
        {Object.entries(groupes).map(([id, { titre, touches }]) => (
          <Stack key={id} gap={6}>
            <Title order={3}>{titre}</Title>
            {touches.map(({ affichage, libelle }) => (
              <Group key={affichage} justify="space-between" wrap="nowrap" align="flex-start">
                <Text>{libelle}</Text>
                <Kbd style={{ whiteSpace: 'nowrap' }}>{affichage}</Kbd>
              </Group>
            ))}
          </Stack>
        ))}
      </SimpleGrid>
      <Button
        variant="default"
        mt="md"
        onClick={() => {
          onClose()
          ouvrirAide()
        }}
      >
        Ouvrir le guide
      </Button>
    </Modal>
  )
}
