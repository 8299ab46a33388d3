import { ActionIcon, Group, NativeSelect, Checkbox, Table, TextInput, Tooltip } from '@mantine/core'
import { IconArrowDown, IconArrowMerge, IconArrowUp } from '@tabler/icons-react'
import { useState } from 'react'
import { useNomenclature, usePermis } from '#app/session.ts'
import type { Liste, Modalite } from '#shared/domaine/dispositif.ts'
import { peutFusionner } from '#shared/domaine/fusion-modalites.ts'
import { FusionModalite } from './FusionModalite.tsx'
import { anneeCourante, useListes } from './listes.ts'
import { deplacer, versModification } from './presenter.ts'
import { modifierModalites } from './store.ts'

/** Each answer of a list with what may change: its label, its group, its rank, whether it is offered. */
export const TableModalites = ({ liste }: { readonly liste: Liste }) => {
  const comptees = useListes((s) => s.nombres.has(liste.code))
  return (
    <Table.ScrollContainer minWidth={560} type="native">
      <Table verticalSpacing={4} maw={820}>
        <caption className="visuellement-cache">Réponses de la liste « {liste.libelle} »</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Réponse</Table.Th>
            {liste.groupes !== undefined && <Table.Th scope="col">Comptée avec</Table.Th>}
            <Table.Th scope="col">Proposée</Table.Th>
            <Table.Th scope="col">Ordre</Table.Th>
            {comptees && (
              <Table.Th scope="col" ta="right">
                En {anneeCourante()}
              </Table.Th>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {liste.modalites.map((modalite, rang) => (
            <Ligne key={modalite.code} liste={liste} modalite={modalite} rang={rang} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

const Ligne = ({ liste, modalite, rang }: { liste: Liste; modalite: Modalite; rang: number }) => {
  const { libelle, masquee = false, groupe = '' } = modalite
  const nomenclature = useNomenclature()
  const permis = usePermis()('listes.fusionner')
  const nombres = useListes((s) => s.nombres).get(liste.code)
  const [fusion, setFusion] = useState(false)
  const changer = (changement: Partial<Modalite>) =>
    void modifierModalites([versModification(liste.code, { ...modalite, ...changement }, rang)])
  return (
    <Table.Tr>
      <Table.Td>
        <Libelle valeur={libelle} onChange={(nouveau) => changer({ libelle: nouveau })} />
      </Table.Td>
      {liste.groupes !== undefined && (
        <Table.Td>
          <NativeSelect
            aria-label={`Groupe de « ${libelle} »`}
            value={groupe}
            data={[
              ...(groupe === '' ? [{ value: '', label: '–' }] : []),
              ...liste.groupes.map((g) => ({ value: g.code, label: g.libelle })),
            ]}
            onChange={(e) => changer({ groupe: e.currentTarget.value })}
          />
        </Table.Td>
      )}
      <Table.Td>
        <Checkbox
          aria-label={`Proposer « ${libelle} »`}
          checked={!masquee}
          onChange={(e) => changer({ masquee: !e.currentTarget.checked })}
        />
      </Table.Td>
      <Table.Td>
        <Group gap={2} wrap="nowrap">
          <ActionIcon
            color="gray"
            aria-label={`Monter « ${libelle} »`}
            disabled={rang === 0}
            onClick={() => void modifierModalites(deplacer(liste, rang, -1))}
          >
            <IconArrowUp size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon
            color="gray"
            aria-label={`Descendre « ${libelle} »`}
            disabled={rang === liste.modalites.length - 1}
            onClick={() => void modifierModalites(deplacer(liste, rang, 1))}
          >
            <IconArrowDown size={16} aria-hidden />
          </ActionIcon>
          {permis && peutFusionner(nomenclature, liste, modalite.code) && (
            <Tooltip label="Fusionner avec une autre réponse">
              <ActionIcon color="gray" aria-label={`Fusionner « ${libelle} »`} onClick={() => setFusion(true)}>
                <IconArrowMerge size={16} aria-hidden />
              </ActionIcon>
            </Tooltip>
          )}
          {fusion && <FusionModalite liste={liste} modalite={modalite} onFermer={() => setFusion(false)} />}
        </Group>
      </Table.Td>
      {nombres !== undefined && <Table.Td ta="right">{nombres.get(modalite.code) ?? 0}</Table.Td>}
    </Table.Tr>
  )
}

/** Saved when the field is left; an emptied label goes back to what it was. */
const Libelle = ({ valeur, onChange }: { readonly valeur: string; readonly onChange: (libelle: string) => void }) => {
  const [texte, setTexte] = useState(valeur)
  const quitter = () => {
    const propre = texte.trim()
    if (propre === '') setTexte(valeur)
    else if (propre !== valeur) onChange(propre)
  }
  return (
    <TextInput
      aria-label={`Libellé de « ${valeur} »`}
      value={texte}
      maxLength={120}
      onChange={(e) => setTexte(e.currentTarget.value)}
      onBlur={quitter}
    />
  )
}
