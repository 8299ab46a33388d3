import { Button, Group, List, Modal, Stack, Table, Text, Title } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useDisclosure } from '@mantine/hooks'
import { useEffect } from 'react'
import { heure } from '#app/dates.ts'
import { codeEnMots, tableauEnMots } from '#app/historique.ts'
import { useNomenclature } from '#app/session.ts'
import type { Nomenclature } from '#shared/domaine/nomenclature.ts'
import { JOURS_CORBEILLE, type Retire } from '#shared/domaine/revision.ts'
import { dateFrancaise, jourLocal } from '#shared/utils/dates.ts'
import { EtatVide } from '#ui/Ecran.tsx'
import { lireCorbeille, remettre, useCorbeille, vider } from './corbeille.ts'

/** What was removed in the last days: put back in one click, or destroyed at once. */
export const Corbeille = () => {
  const { retires } = useCorbeille()
  const [aVider, confirmation] = useDisclosure(false)
  useEffect(() => void lireCorbeille(), [])
  if (retires === null) return null
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={2}>Corbeille</Title>
          <Text c="dimmed" maw={620}>
            Ce qui a été supprimé reste ici {JOURS_CORBEILLE} jours et revient d’un geste, avec ce qui en dépendait.
            Passé ce délai, ce qui parle d’une personne est détruit.
          </Text>
        </div>
        {retires.length > 0 && (
          <Button variant="default" onClick={confirmation.open}>
            Vider la corbeille…
          </Button>
        )}
      </Group>
      {retires.length === 0 ? (
        <EtatVide titre="La corbeille est vide" />
      ) : (
        <Table.ScrollContainer minWidth={640} type="native">
          <Table verticalSpacing={2}>
            <caption className="visuellement-cache">Ce qui a été supprimé, du plus récent au plus ancien</caption>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">Quoi</Table.Th>
                <Table.Th scope="col">Personnes</Table.Th>
                <Table.Th scope="col">Supprimé</Table.Th>
                <Table.Th scope="col">Jusqu’au</Table.Th>
                <Table.Th scope="col">
                  <span className="visuellement-cache">Remettre</span>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {retires.map((retire) => (
                <Ligne key={`${retire.gesteId} ${retire.tableau} ${retire.titre.join(' ')}`} retire={retire} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <Vider ouvert={aVider} retires={retires} onFini={confirmation.close} />
    </Stack>
  )
}

const Ligne = ({ retire }: { readonly retire: Retire }) => {
  const nom = nommer(useNomenclature(), retire)
  const { le, qui, jusquau, personnes } = retire
  return (
    <Table.Tr>
      <Table.Td>{nom}</Table.Td>
      <Table.Td>{personnes.join(', ')}</Table.Td>
      <Table.Td>
        {dateFrancaise(jourLocal(new Date(le)))} {heure(le)}, {qui}
      </Table.Td>
      <Table.Td>{dateFrancaise(jourLocal(new Date(jusquau)))}</Table.Td>
      <Table.Td>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconArrowBackUp size={16} aria-hidden />}
          aria-label={`Remettre : ${nom}`}
          onClick={() => void remettre(retire, nom)}
        >
          Remettre
        </Button>
      </Table.Td>
    </Table.Tr>
  )
}

/** What is about to go, kind by kind, before it goes. */
const Vider = (props: {
  readonly ouvert: boolean
  readonly retires: readonly Retire[]
  readonly onFini: () => void
}) => {
  const parGenre = [...Map.groupBy(props.retires, (r) => r.tableau)]
  const valider = async () => {
    await vider(props.retires)
    props.onFini()
  }
  return (
    <Modal opened={props.ouvert} onClose={props.onFini} title="Vider la corbeille">
      <Stack gap="md">
        <Text>Seront détruits pour de bon, avec leur historique :</Text>
        <List>
          {parGenre.map(([tableau, siens]) => (
            <List.Item key={tableau}>
              {tableauEnMots(tableau)} : {siens.length}
            </List.Item>
          ))}
        </List>
        <Text c="dimmed">Rien d’autre ne change, ni les bilans publiés. Cela ne s’annule pas.</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onFini}>
            Garder
          </Button>
          <Button color="alerte" onClick={() => void valider()}>
            Détruire
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

/** « Entretien du 12/03/2026 », « Démarche, carte d’identité, 02/01/2026 » */
const nommer = (nomenclature: Nomenclature, { tableau, titre }: Retire): string =>
  [
    tableauEnMots(tableau),
    ...titre.map((t) => (/^\d{4}-\d{2}-\d{2}$/u.test(t) ? dateFrancaise(t) : codeEnMots(nomenclature, '', t))),
  ].join(', ')
