import { ActionIcon, Group, Table, Text } from '@mantine/core'
import { IconKey, IconPencil, IconUserMinus } from '@tabler/icons-react'
import { useMoi } from '#app/session.ts'
import type { AgentDuCoffre } from '#shared/domaine/acces/agent.ts'
import { peutConfier, roles } from '#shared/domaine/acces/roles.ts'
import type { Acte } from './Utilisateurs.tsx'
import { metiersDe } from './utilisateurs.ts'

/** One line for each user, and what may be done about it by whoever is there. */
export const TableAgents = (props: {
  readonly agents: readonly AgentDuCoffre[]
  readonly onActe: (acte: Acte) => void
}) => {
  const moi = useMoi()
  return (
    <Table.ScrollContainer minWidth={560} type="native">
      <Table>
        <caption className="visuellement-cache">Utilisateurs du coffre</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Nom</Table.Th>
            <Table.Th scope="col">Rôle</Table.Th>
            <Table.Th scope="col">Métiers</Table.Th>
            <Table.Th scope="col">
              <span className="visuellement-cache">Actions</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {props.agents.map((agent) => (
            <Table.Tr key={agent.id}>
              <Table.Td>
                {agent.nom}
                {!agent.peutOuvrir && (
                  <Text size="xs" c="dimmed">
                    N’a pas de phrase de passe
                  </Text>
                )}
              </Table.Td>
              <Table.Td>{roles[agent.role].libelle}</Table.Td>
              <Table.Td>{metiersDe(agent)}</Table.Td>
              <Table.Td>
                <Group gap={4} justify="flex-end" wrap="nowrap">
                  {peutConfier(moi.role, agent.role) && (
                    <>
                      <Action nom={`Modifier ${agent.nom}`} onClick={() => props.onActe({ genre: 'modifier', agent })}>
                        <IconPencil size={16} aria-hidden />
                      </Action>
                      <Action
                        nom={`Redonner une phrase de passe à ${agent.nom}`}
                        onClick={() => props.onActe({ genre: 'phrase', agent })}
                      >
                        <IconKey size={16} aria-hidden />
                      </Action>
                    </>
                  )}
                  <Action nom={`Retirer ${agent.nom}`} onClick={() => props.onActe({ genre: 'retirer', agent })}>
                    <IconUserMinus size={16} aria-hidden />
                  </Action>
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

const Action = (props: { readonly nom: string; readonly onClick: () => void; readonly children: React.ReactNode }) => (
  <ActionIcon color="gray" aria-label={props.nom} title={props.nom} onClick={props.onClick}>
    {props.children}
  </ActionIcon>
)
