import { Table } from '@mantine/core'
import type { CompteObservatoire } from '#shared/domaine/observatoire/compte.ts'
import { moisCourt, nomDuMois, secteursMontres } from './presenter.ts'
import { useObservatoire } from './store.ts'

/** The same numbers as the map, sector by sector and month by month, with their totals. */
export const TableSecteurs = ({ titre, compte }: { readonly titre: string; readonly compte: CompteObservatoire }) => {
  const mesure = useObservatoire((s) => s.mesure)
  const { lignes, parMois, total } = compte[mesure]
  return (
    <Table.ScrollContainer minWidth={860} type="native" tabIndex={0}>
      <Table verticalSpacing={4} striped>
        <caption className="visuellement-cache">{titre}</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Secteur</Table.Th>
            {compte.mois.map((mois) => (
              <Table.Th key={mois} scope="col" ta="right">
                <abbr title={nomDuMois(mois)} style={{ textDecoration: 'none' }}>
                  {moisCourt(mois)}
                </abbr>
              </Table.Th>
            ))}
            <Table.Th scope="col" ta="right">
              Total
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {secteursMontres(compte.secteurs, compte[mesure]).map(({ id, nom }) => {
            const ligne = lignes.find((l) => l.secteurId === id)
            return (
              <Table.Tr key={id}>
                <Table.Th scope="row" fw={400}>
                  {nom}
                </Table.Th>
                {compte.mois.map((mois, rang) => (
                  <Nombre key={mois} nombre={ligne?.parMois[rang] ?? 0} />
                ))}
                <Nombre nombre={ligne?.total ?? 0} gras />
              </Table.Tr>
            )
          })}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th scope="row">Ensemble</Table.Th>
            {compte.mois.map((mois, rang) => (
              <Nombre key={mois} nombre={parMois[rang] ?? 0} gras />
            ))}
            <Nombre nombre={total} gras />
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </Table.ScrollContainer>
  )
}

/** Zeros are dimmed, so that the eye goes to what happened. */
const Nombre = ({ nombre, gras = false }: { readonly nombre: number; readonly gras?: boolean }) => (
  <Table.Td ta="right" fw={gras ? 600 : 400} {...(nombre === 0 ? { c: 'dimmed' } : {})}>
    {nombre}
  </Table.Td>
)
