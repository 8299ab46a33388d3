import { Table, Title } from '@mantine/core'
import type { RapportImport } from '#shared/domaine/import/rapport.ts'
import { useNomenclature } from '#app/session.ts'
import { questionsImportables } from '#shared/domaine/import/questions.ts'
import classes from './echanges.module.css'

/** The first lines as understood, so that a column taken for another is seen before anything is written. */
export const ApercuLignes = ({ colonnes, apercu }: Pick<RapportImport, 'colonnes' | 'apercu'>) => {
  const questions = questionsImportables(useNomenclature())
  if (apercu.length === 0) return null
  return (
    <section>
      <Title order={2} mb={4}>
        Premières lignes, telles que comprises
      </Title>
      <Table.ScrollContainer minWidth={600} type="native" tabIndex={0}>
        <Table verticalSpacing={4} horizontalSpacing={8} withColumnBorders className={classes['lignes'] ?? ''}>
          <caption className="visuellement-cache">Premières lignes du fichier</caption>
          <Table.Thead>
            <Table.Tr>
              {colonnes
                .filter((colonne) => colonne.champ !== null)
                .map(({ titre, champ }) => (
                  <Table.Th scope="col" key={titre}>
                    {questions.find((q) => q.champ === champ)?.libelle ?? titre}
                  </Table.Th>
                ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {apercu.map((ligne, rang) => (
              // oxlint-disable-next-line react/no-array-index-key -- lines of a file have no other identity, and never move
              <Table.Tr key={rang}>
                {ligne.map((texte, colonne) => (
                  // oxlint-disable-next-line react/no-array-index-key -- cells neither: a column may be read twice
                  <Table.Td key={colonne}>{texte}</Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  )
}
