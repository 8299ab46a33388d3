import { Anchor, Group, Table, Text, Title } from '@mantine/core'
import type { Bilan } from '#shared/domaine/bilan/bilan.ts'
import { aller } from '#app/navigation.ts'
import { Definition } from '#ui/Definition.tsx'
import { euros } from './presenter.ts'

const definition =
  'Équivalents temps plein de chaque poste, mois couverts dans la période, et part du financement annuel due pour ces mois.'

/** Who was paid for this work, and by whom. */
export const PostesDuBilan = ({ postes }: { readonly postes: Bilan['postes'] }) => (
  <section>
    <Group gap={4} mb={4}>
      <Title order={2}>Postes et financement</Title>
      <Definition de="Postes et financement" texte={definition} />
    </Group>
    {postes.length === 0 ? (
      <Text size="sm" c="dimmed">
        Aucun poste financé n’est décrit pour cette période.
      </Text>
    ) : (
      <Table verticalSpacing={4} horizontalSpacing={6}>
        <caption className="visuellement-cache">Postes financés sur la période</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Poste</Table.Th>
            <Table.Th scope="col" ta="right">
              ETP
            </Table.Th>
            <Table.Th scope="col" ta="right">
              Mois
            </Table.Th>
            <Table.Th scope="col" ta="right">
              Dû
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {postes.map((poste) => (
            <Table.Tr key={`${poste.nom}-${poste.financeur}-${poste.mois}-${poste.etp}`}>
              <Table.Td>
                {poste.nom}
                <Text size="xs" c="dimmed">
                  {poste.financeur}
                </Text>
              </Table.Td>
              <Table.Td ta="right">{poste.etp.toLocaleString('fr-FR')}</Table.Td>
              <Table.Td ta="right">{poste.mois}</Table.Td>
              <Table.Td ta="right">{euros(poste.financementDu)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    )}
    <Anchor component="button" type="button" size="sm" mt={4} onClick={() => aller('reglages')}>
      Décrire les postes dans les réglages
    </Anchor>
  </section>
)
