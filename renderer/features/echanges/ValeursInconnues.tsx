import { NativeSelect, Table, Text, Title } from '@mantine/core'
import { useMemo } from 'react'
import { useNomenclature } from '#app/session.ts'
import { type Question, questionsImportables } from '#shared/domaine/import/questions.ts'
import type { ChoixValeur } from '#shared/domaine/import/rapport.ts'
import { lignesAffichees } from './presenter.ts'
import { repondreValeur, useEchanges } from './store.ts'

const AJOUTER = '+'
const ABSENTE = '-'

/** Values that no list holds: each waits for a word of the user, and none is dropped. */
export const ValeursInconnues = () => {
  const nomenclature = useNomenclature()
  const { rencontrees, correspondance } = useEchanges()
  const questions = useMemo(() => questionsImportables(nomenclature), [nomenclature])
  if (rencontrees.length === 0) return null
  return (
    <section>
      <Title order={2} mb={2}>
        Valeurs à situer
      </Title>
      <Text c="dimmed" mb={4}>
        Ces réponses du fichier ne sont dans aucune liste. Dites ce qu’elles veulent dire : aucune n’est perdue.
      </Text>
      <Table>
        <caption className="visuellement-cache">Valeurs du fichier absentes des listes</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Valeur</Table.Th>
            <Table.Th scope="col">Question</Table.Th>
            <Table.Th scope="col">Où</Table.Th>
            <Table.Th scope="col" w="22rem">
              À compter comme
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rencontrees.map(({ champ, libelle, valeur, lignes }) => (
            <Table.Tr key={`${champ}-${valeur}`}>
              <Table.Td fw={600}>« {valeur} »</Table.Td>
              <Table.Td>{libelle}</Table.Td>
              <Table.Td>{lignesAffichees(lignes)}</Table.Td>
              <Table.Td>
                <NativeSelect
                  aria-label={`Compter « ${valeur} » comme`}
                  value={versOption(correspondance.valeurs?.[champ]?.[valeur])}
                  data={options(questions.find((q) => q.champ === champ))}
                  onChange={({ currentTarget: { value } }) => void repondreValeur(champ, valeur, depuisOption(value))}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}

const options = (question: Question | undefined) => [
  { value: '', label: 'À choisir…' },
  ...(question?.fermee === true ? [] : [{ value: AJOUTER, label: 'Ajouter cette réponse à la liste' }]),
  { value: ABSENTE, label: 'Non renseigné' },
  {
    group: question?.liste?.libelle ?? 'Réponses de la liste',
    items: (question?.liste?.modalites ?? []).map(({ code, libelle }) => ({ value: `=${code}`, label: libelle })),
  },
]

const versOption = (choix: ChoixValeur | undefined): string => {
  if (choix === undefined) return ''
  if (choix.choix === 'code') return `=${choix.code}`
  return choix.choix === 'ajouter' ? AJOUTER : ABSENTE
}

const depuisOption = (option: string): ChoixValeur | null => {
  if (option === '') return null
  if (option === AJOUTER) return { choix: 'ajouter' }
  return option === ABSENTE ? { choix: 'non-renseigne' } : { choix: 'code', code: option.slice(1) }
}
