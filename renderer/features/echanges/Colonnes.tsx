import { NativeSelect, SimpleGrid, Text, Title } from '@mantine/core'
import { useMemo } from 'react'
import { useNomenclature } from '#app/session.ts'
import { questionsImportables } from '#shared/domaine/import/questions.ts'
import type { RapportImport } from '#shared/domaine/import/rapport.ts'
import { compte } from './presenter.ts'
import { attribuerColonne } from './store.ts'

const LAISSER = ''

/** Each column of the file and the question it answers; the user has the last word. */
export const Colonnes = ({ colonnes, colonnesInterdites }: Pick<RapportImport, 'colonnes' | 'colonnesInterdites'>) => {
  const nomenclature = useNomenclature()
  const questions = useMemo(() => questionsImportables(nomenclature), [nomenclature])
  const data = [
    { value: LAISSER, label: 'Ne pas importer' },
    ...questions.map(({ champ, libelle }) => ({ value: champ, label: libelle })),
  ]
  const interdites = new Set(colonnesInterdites.map(({ titre }) => titre))
  const titrees = colonnes.filter(({ titre }) => titre !== '' && !interdites.has(titre))
  const laissees = titrees.filter(({ champ }) => champ === null).length
  return (
    <section>
      <Title order={2} mb={2}>
        Colonnes
      </Title>
      <Text c="dimmed" mb={6}>
        {laissees === 0
          ? 'Toutes les colonnes ont été reconnues. Corrigez si besoin.'
          : `${compte(laissees, 'colonne')} sur ${titrees.length} ${laissees > 1 ? 'ne seront pas importées' : 'ne sera pas importée'}. Corrigez si besoin.`}
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2, sm: 3, lg: 4 }} spacing="sm" verticalSpacing="xs">
        {titrees.map(({ titre, champ }) => (
          <NativeSelect
            key={titre}
            label={titre}
            data={data}
            value={champ ?? LAISSER}
            {...(champ === null ? { description: 'Laissée de côté' } : {})}
            inputWrapperOrder={['label', 'input', 'description']}
            onChange={({ currentTarget: { value } }) => void attribuerColonne(titre, value === LAISSER ? null : value)}
          />
        ))}
      </SimpleGrid>
      <Interdites colonnes={colonnesInterdites} />
    </section>
  )
}

/** Columns that nobody may import, whatever the file: no choice is offered, only the reason. */
const Interdites = ({ colonnes }: { readonly colonnes: RapportImport['colonnesInterdites'] }) =>
  colonnes.length === 0 ? null : (
    <>
      <Title order={3} mt="sm" mb={2}>
        Jamais importées
      </Title>
      <ul>
        {colonnes.map(({ titre, raison }) => (
          <li key={titre}>
            <b>{titre}</b> – {raison}
          </li>
        ))}
      </ul>
    </>
  )
