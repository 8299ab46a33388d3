import { Anchor, Badge, Table } from '@mantine/core'
import { useNomenclature } from '#app/session.ts'
import { libelleDeGenre } from '#shared/domaine/partenaire.ts'
import { choisirPartenaire, type LignePartenaire } from './store.ts'
import classes from './partenaires.module.css'

type Props = { readonly lignes: readonly LignePartenaire[]; readonly choisi: string | null }

export const ListePartenaires = ({ lignes, choisi }: Props) => {
  const nomenclature = useNomenclature()
  return (
    <Table.ScrollContainer minWidth={520} type="native">
      <Table highlightOnHover stickyHeader>
        <caption className="visuellement-cache">Partenaires de l’annuaire</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Nom</Table.Th>
            <Table.Th scope="col">Genre</Table.Th>
            <Table.Th scope="col">Téléphone</Table.Th>
            <Table.Th scope="col" ta="right">
              Orientations
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lignes.map((ligne) => (
            <Table.Tr key={ligne.id} {...(ligne.id === choisi ? { bg: 'var(--jalon-choisi)' } : {})}>
              <Table.Td>
                <Anchor
                  component="button"
                  type="button"
                  ta="left"
                  aria-current={ligne.id === choisi ? 'true' : undefined}
                  onClick={() => choisirPartenaire(ligne)}
                >
                  {ligne.nom}
                </Anchor>{' '}
                {!ligne.actif && (
                  <Badge size="sm" variant="default" tt="none">
                    ne sert plus
                  </Badge>
                )}
              </Table.Td>
              <Table.Td>{libelleDeGenre(nomenclature, ligne.genre)}</Table.Td>
              <Table.Td className={classes['telephone'] ?? ''}>{ligne.telephone}</Table.Td>
              <Table.Td ta="right">{ligne.orientations}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
