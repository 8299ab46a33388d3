import { Table, Text, Title } from '@mantine/core'
import type { Liste } from '#shared/domaine/dispositif.ts'
import { anneeCourante, useListes } from './listes.ts'
import { parGroupe } from './presenter.ts'

/** What the funder's shorter list receives this year from the answers given, as they are grouped now. */
export const Reports = ({ liste }: { readonly liste: Liste }) => {
  const nombres = useListes((s) => s.nombres).get(liste.code)
  if (liste.groupes === undefined || nombres === undefined) return null
  return (
    <section>
      <Title order={3}>Dans la liste du financeur</Title>
      <Text c="dimmed">
        Réponses notées en {anneeCourante()}, avant tout masquage : pour vérifier un regroupement, pas pour un bilan.
      </Text>
      <Table maw={420} verticalSpacing={2}>
        <caption className="visuellement-cache">Réponses de l’année par groupe</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Groupe</Table.Th>
            <Table.Th scope="col" ta="right">
              Réponses
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {parGroupe(liste, nombres).map(({ libelle, nombre }) => (
            <Table.Tr key={libelle}>
              <Table.Th scope="row" fw={400}>
                {libelle}
              </Table.Th>
              <Table.Td ta="right">{nombre}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}
