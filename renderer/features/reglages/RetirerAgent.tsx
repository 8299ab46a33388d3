import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { annoncer } from '#app/annoncer.tsx'
import type { AgentDuCoffre } from '#shared/domaine/acces/agent.ts'
import { retirerAgent } from './utilisateurs.ts'

/** Says what taking somebody away does, and what it cannot do. */
export const RetirerAgent = ({ agent, onFermer }: { readonly agent: AgentDuCoffre; readonly onFermer: () => void }) => {
  const retirer = async () => {
    if (await retirerAgent(agent)) annoncer(`${agent.nom} n’ouvre plus ce coffre`)
    onFermer()
  }
  return (
    <Modal opened onClose={onFermer} title={`Retirer ${agent.nom} ?`}>
      <Stack gap="sm">
        <Text>Sa phrase de passe n’ouvrira plus ce coffre, ni les sauvegardes à portée. Ce qu’il a noté reste.</Text>
        <Text>
          Une copie du coffre faite plus tôt et rangée ailleurs s’ouvre encore avec sa phrase : reprenez les clés USB
          qu’il détient.
        </Text>
        <Group gap="sm" justify="flex-end">
          <Button variant="default" onClick={onFermer} data-autofocus>
            Le garder
          </Button>
          <Button color="alerte" onClick={() => void retirer()}>
            Retirer
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
