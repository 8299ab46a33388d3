import { Button, FileButton, Group, List, Modal, Stack, Text } from '@mantine/core'
import { IconDownload, IconUpload } from '@tabler/icons-react'
import type { Liste } from '#shared/domaine/dispositif.ts'
import { exporterListe, examinerFichier, importerFichier, oublierFichier, useListes } from './listes.ts'
import { apercuEnMots, fauteEnMots } from './presenter.ts'

/** The list as a file to share between posts or fill in a spreadsheet; what comes back is shown before it is written. */
export const FichierListe = ({ liste }: { readonly liste: Liste }) => (
  <Group gap="sm">
    <Button
      variant="default"
      leftSection={<IconDownload size={16} aria-hidden />}
      onClick={() => void exporterListe(liste.code)}
    >
      Exporter la liste (CSV)…
    </Button>
    <FileButton
      accept=".csv"
      onChange={(choisi) => choisi !== null && void examinerFichier(liste.code, choisi)}
      inputProps={{ 'aria-label': 'Liste à importer', tabIndex: -1 }}
    >
      {(props) => (
        <Button variant="default" leftSection={<IconUpload size={16} aria-hidden />} {...props}>
          Importer une liste (CSV)…
        </Button>
      )}
    </FileButton>
    <Apercu />
  </Group>
)

const Apercu = () => {
  const fichier = useListes((s) => s.fichier)
  if (fichier === null) return null
  const { fautes } = fichier.apercu
  const lignes = fautes.length > 0 ? fautes.map(fauteEnMots) : apercuEnMots(fichier.apercu)
  return (
    <Modal opened onClose={oublierFichier} title={`Importer « ${fichier.nom} »`} size="lg">
      <Stack gap="sm">
        <Text role={fautes.length > 0 ? 'alert' : 'status'}>
          {fautes.length > 0
            ? 'Rien n’est écrit : corrigez d’abord le fichier.'
            : 'Voici ce que ce fichier changera. Aucune réponse n’est effacée.'}
        </Text>
        <List>
          {lignes.map((ligne) => (
            <List.Item key={ligne}>{ligne}</List.Item>
          ))}
        </List>
        <Group gap="sm" justify="flex-end">
          <Button variant="default" onClick={oublierFichier} data-autofocus>
            Ne rien changer
          </Button>
          {fautes.length === 0 && <Button onClick={() => void importerFichier(fichier)}>Appliquer</Button>}
        </Group>
      </Stack>
    </Modal>
  )
}
