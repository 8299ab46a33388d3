import { ActionIcon, Button, Group, Table, Text, Title } from '@mantine/core'
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { annoncer } from '#app/annoncer.tsx'
import { aujourdhui } from '#app/dates.ts'
import type { Poste } from '#shared/domaine/poste.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import { EtatVide } from '#ui/Ecran.tsx'
import { FormulairePoste } from './FormulairePoste.tsx'
import { lirePostes, supprimerPoste, usePostes } from './store.ts'

const euros = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 })

/** Who pays for the post, how much a year, and from when to when: the report computes the rest. */
export const PostesFinances = () => {
  const postes = usePostes((s) => s.postes)
  const [ouvert, setOuvert] = useState<Poste | null>(null)
  useEffect(() => void lirePostes(), [])
  return (
    <section>
      <Group justify="space-between" mb="xs">
        <Title order={2}>Postes financés</Title>
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOuvert(nouveauPoste())}>
          Ajouter un poste
        </Button>
      </Group>
      <Text c="dimmed" mb="md">
        Le bilan en tire les équivalents temps plein et la part due au prorata des mois travaillés ; un mois commencé
        compte entier.
      </Text>
      {postes !== null && postes.length === 0 && ouvert === null && (
        <EtatVide titre="Aucun poste financé">Ajoutez celui qui paye votre temps : il paraîtra dans le bilan.</EtatVide>
      )}
      {postes !== null && postes.length > 0 && <TablePostes postes={postes} onModifier={setOuvert} />}
      {ouvert !== null && <FormulairePoste key={ouvert.id} poste={ouvert} onFermer={() => setOuvert(null)} />}
    </section>
  )
}

const TablePostes = (props: { readonly postes: readonly Poste[]; readonly onModifier: (poste: Poste) => void }) => (
  <Table.ScrollContainer minWidth={640} type="native">
    <Table>
      <caption className="visuellement-cache">Postes financés</caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Poste</Table.Th>
          <Table.Th scope="col">Financeur</Table.Th>
          <Table.Th scope="col" ta="right">
            ETP
          </Table.Th>
          <Table.Th scope="col" ta="right">
            Par an
          </Table.Th>
          <Table.Th scope="col">Du</Table.Th>
          <Table.Th scope="col">Au</Table.Th>
          <Table.Th scope="col">
            <span className="visuellement-cache">Actions</span>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {props.postes.map((poste) => (
          <Table.Tr key={poste.id}>
            <Table.Td>{poste.nom}</Table.Td>
            <Table.Td>{poste.financeur}</Table.Td>
            <Table.Td ta="right">{poste.etp.toLocaleString('fr-FR')}</Table.Td>
            <Table.Td ta="right">{euros.format(poste.financementAnnuel)}</Table.Td>
            <Table.Td>{dateFrancaise(poste.du)}</Table.Td>
            <Table.Td>{poste.au === null ? 'en cours' : dateFrancaise(poste.au)}</Table.Td>
            <Table.Td>
              <Group gap={4} justify="flex-end" wrap="nowrap">
                <ActionIcon color="gray" aria-label={`Modifier ${poste.nom}`} onClick={() => props.onModifier(poste)}>
                  <IconPencil size={16} aria-hidden />
                </ActionIcon>
                <ActionIcon color="gray" aria-label={`Retirer ${poste.nom}`} onClick={() => void retirer(poste)}>
                  <IconTrash size={16} aria-hidden />
                </ActionIcon>
              </Group>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  </Table.ScrollContainer>
)

const retirer = async (poste: Poste): Promise<void> => {
  if (!(await supprimerPoste(poste))) return
  annoncer(`« ${poste.nom} » retiré`, { annule: `« ${poste.nom} » remis` })
}

const nouveauPoste = (): Poste => ({
  id: crypto.randomUUID(),
  nom: '',
  etp: 1,
  financementAnnuel: 0,
  financeur: '',
  du: `${aujourdhui().slice(0, 4)}-01-01`,
  au: null,
})
