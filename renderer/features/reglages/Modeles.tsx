import { Alert, Button, Code, FileButton, Group, List, Stack, Table, Text, Title } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { useEffect } from 'react'
import { balises } from '#shared/domaine/lettres/balises.ts'
import { codesLettres, lettresFournies } from '#shared/domaine/lettres/fournis.ts'
import type { ModeleChoisi } from '#shared/ipc/contract/lettres.ts'
import { ajouterModele, exporterModele, lireModeles, supprimerModele, useModeles } from './modeles.ts'

/** The letters that can be written from a file: those of Jalon, to adapt, and those of the post. */
export const Modeles = () => {
  const { modeles, refus } = useModeles()
  useEffect(() => void lireModeles(), [])
  return (
    <Stack gap="md">
      <div>
        <Title order={2}>Lettres</Title>
        <Text c="dimmed" maw={620}>
          Elles s’écrivent depuis la fiche d’une personne. Pour en adapter une : exportez-la, changez-la dans votre
          traitement de texte, puis ajoutez le fichier. Seules les balises ci-dessous sont remplies ; un modèle qui en
          demande d’autres est refusé.
        </Text>
      </div>
      <List listStyleType="none" spacing={4}>
        {codesLettres.map((code) => (
          <Ligne key={code} nom={lettresFournies[code].libelle} modele={{ genre: 'fourni', code }} />
        ))}
        {modeles.map(({ id, nom }) => (
          <Ligne key={id} nom={nom} modele={{ genre: 'propre', id }} onRetirer={() => void supprimerModele(id)} />
        ))}
      </List>
      <FileButton
        accept=".docx"
        onChange={(choisi) => choisi !== null && void ajouterModele(choisi)}
        inputProps={{ 'aria-label': 'Modèle à ajouter', tabIndex: -1 }}
      >
        {(props) => (
          <Button variant="default" w="fit-content" leftSection={<IconUpload size={16} aria-hidden />} {...props}>
            Ajouter un modèle (DOCX)…
          </Button>
        )}
      </FileButton>
      {refus.length > 0 && (
        <Alert color="alerte" role="alert" title="Ce modèle n’est pas ajouté">
          <List>
            {refus.map((r) => (
              <List.Item key={r}>{r}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      <Table maw={620} verticalSpacing={2}>
        <caption className="visuellement-cache">Balises permises</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Balise</Table.Th>
            <Table.Th scope="col">Ce qu’elle écrit</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {Object.entries(balises).map(([code, { libelle }]) => (
            <Table.Tr key={code}>
              <Table.Td>
                <Code>{`{${code}}`}</Code>
              </Table.Td>
              <Table.Td>{libelle}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  )
}

type LigneProps = { readonly nom: string; readonly modele: ModeleChoisi; readonly onRetirer?: () => void }

const Ligne = ({ nom, modele, onRetirer }: LigneProps) => (
  <List.Item>
    <Group gap="xs">
      <Text>{nom}</Text>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-label={`Exporter le modèle ${nom}`}
        onClick={() => void exporterModele(modele)}
      >
        Exporter…
      </Button>
      {onRetirer !== undefined && (
        <Button variant="subtle" size="compact-sm" aria-label={`Retirer le modèle ${nom}`} onClick={onRetirer}>
          Retirer
        </Button>
      )}
    </Group>
  </List.Item>
)
