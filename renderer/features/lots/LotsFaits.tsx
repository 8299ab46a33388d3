import { Table, Text, Title } from '@mantine/core'
import { nomDePeriode } from '#shared/domaine/bilan/periode.ts'
import { dateFrancaise, jourLocal } from '#shared/utils/dates.ts'
import { useLots } from './store.ts'
import classes from './lots.module.css'

/** What was already given, and the key by which the coordinator knows this post. */
export const LotsFaits = () => {
  const { faits, signature } = useLots()
  if (faits.length === 0) return null
  return (
    <section>
      <Title order={2} mb="xs">
        Lots déjà faits
      </Title>
      {signature !== null && (
        <Text mb="sm">
          Votre poste signe avec la clé{' '}
          <Text span className={classes['empreinte'] ?? ''}>
            {signature}
          </Text>{' '}
          : dites-la au coordinateur qui vous appelle pour la comparer.
        </Text>
      )}
      <Table>
        <caption className="visuellement-cache">Lots déjà faits</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Période</Table.Th>
            <Table.Th scope="col">Numéro</Table.Th>
            <Table.Th scope="col">Fait le</Table.Th>
            <Table.Th scope="col">Scellé pour la clé</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {faits.map((lot) => (
            <Table.Tr key={lot.id}>
              <Table.Td>{nomDePeriode(lot)}</Table.Td>
              <Table.Td>{lot.numero}</Table.Td>
              <Table.Td>{dateFrancaise(jourLocal(new Date(lot.faitLe)))}</Table.Td>
              <Table.Td className={classes['empreinte'] ?? ''}>{lot.pour}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="sm" c="dimmed" mt="xs">
        Un nouveau lot de la même année prend la place du précédent chez le coordinateur.
      </Text>
    </section>
  )
}
