import { Table, Title } from '@mantine/core'
import type { RapportImport } from '#shared/domaine/import/rapport.ts'
import { compte } from './presenter.ts'

/** Beyond this a list of errors is no longer read: the file is corrected, and read again. */
const MONTRES = 100

/** What is impossible in the file, line by line, as the spreadsheet numbers them. */
export const Problemes = ({ problemes }: Pick<RapportImport, 'problemes'>) => {
  if (problemes.length === 0) return null
  return (
    <section>
      <Title order={2} mb={4}>
        À corriger dans le fichier
      </Title>
      <Table>
        <caption className="visuellement-cache">Lignes qui ne peuvent pas être importées</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" w="6rem">
              Ligne
            </Table.Th>
            <Table.Th scope="col" w="14rem">
              Colonne
            </Table.Th>
            <Table.Th scope="col">Ce qui ne va pas</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {problemes.slice(0, MONTRES).map(({ ligne, colonne, raison }) => (
            <Table.Tr key={`${ligne}-${colonne}-${raison}`}>
              <Table.Td>{ligne}</Table.Td>
              <Table.Td>{colonne ?? '–'}</Table.Td>
              <Table.Td>{raison}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {problemes.length > MONTRES && <p>… et {compte(problemes.length - MONTRES, 'autre')}.</p>}
    </section>
  )
}
