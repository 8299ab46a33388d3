import { Badge, Table, Text, UnstyledButton } from '@mantine/core'
import type { CaseGrille, LigneGrille } from '#shared/domaine/lot/grille.ts'
import { couleursEtat, motsEtat, precisionDe } from './presenter.ts'
import { ouvrirPoste } from './store.ts'
import classes from './postes.module.css'

/** Posts down, years across: what came, what did not. */
export const Grille = (props: {
  readonly grille: { readonly annees: readonly number[]; readonly lignes: readonly LigneGrille[] }
  readonly choisi: string | null
}) => (
  <Table.ScrollContainer minWidth={420} type="native">
    <Table highlightOnHover>
      <caption className="visuellement-cache">Lots reçus, par poste et par année</caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Poste</Table.Th>
          {props.grille.annees.map((annee) => (
            <Table.Th scope="col" key={annee}>
              {annee}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {props.grille.lignes.map((ligne) => (
          <Table.Tr
            key={ligne.posteId ?? ligne.nom}
            data-choisi={props.choisi !== null && props.choisi === ligne.posteId}
          >
            <Table.Th scope="row">
              <Poste ligne={ligne} />
            </Table.Th>
            {ligne.cases.map((place) => (
              <Table.Td key={place.annee}>
                <Etat place={place} />
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  </Table.ScrollContainer>
)

const Poste = ({ ligne: { posteId, nom } }: { readonly ligne: LigneGrille }) =>
  posteId === null ? (
    <>{nom}</>
  ) : (
    <UnstyledButton className={classes['poste'] ?? ''} onClick={() => void ouvrirPoste(posteId)}>
      {nom}
    </UnstyledButton>
  )

const Etat = ({ place }: { readonly place: CaseGrille }) => (
  <div className={classes['etat']}>
    <Badge variant="light" color={couleursEtat[place.etat]} className={classes['badge'] ?? ''}>
      {motsEtat[place.etat]}
    </Badge>
    <Text size="xs" c="dimmed">
      {precisionDe(place)}
    </Text>
  </div>
)
