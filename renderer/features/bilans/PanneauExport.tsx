import { Alert, Button, Checkbox, Stack, Text } from '@mantine/core'
import { IconCheck, IconFolderDown } from '@tabler/icons-react'
import { useState } from 'react'
import { formats, type Format } from '#shared/domaine/bilan/bilan.ts'
import { libellesFormat } from './presenter.ts'
import { exporter, useBilans } from './store.ts'
import classes from './bilans.module.css'

const courants: readonly Format[] = ['pdf', 'docx', 'ods']

/** What leaves the coffre: the report alone, in the formats ticked, in the folder the user points at. */
export const PanneauExport = () => {
  const { occupe, exporte } = useBilans()
  const [choisis, setChoisis] = useState<readonly Format[]>(courants)
  return (
    <Stack gap="sm">
      <Checkbox.Group
        label="Formats"
        description="Tous disent la même chose ; ce qui est masqué à l’écran n’est dans aucun fichier."
        value={[...choisis]}
        onChange={(valeurs) => setChoisis(formats.filter((f) => valeurs.includes(f)))}
      >
        <Stack gap={6} mt="xs">
          {proposes.map((format) => (
            <Checkbox key={format} value={format} label={libellesFormat[format]} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Button
        leftSection={<IconFolderDown size={16} aria-hidden />}
        disabled={choisis.length === 0 || occupe !== null}
        loading={occupe === 'export'}
        onClick={() => void exporter([...choisis])}
      >
        Exporter…
      </Button>
      <Text size="sm" c="dimmed">
        Vous choisirez le dossier. Une fois exportés, les fichiers ne sont plus protégés par le coffre.
      </Text>
      <div aria-live="polite">
        {exporte !== null && (
          <Alert variant="light" icon={<IconCheck aria-hidden />} title={titre(exporte.fichiers.length)}>
            <Text size="sm" className={classes['chemin'] ?? ''}>
              {exporte.dossier}
            </Text>
            <ul className={classes['fichiers']}>
              {exporte.fichiers.map((fichier) => (
                <li key={fichier}>{fichier}</li>
              ))}
            </ul>
          </Alert>
        )}
      </div>
    </Stack>
  )
}

/** Ordered by what a person does with the file, from the most common. */
const proposes = ['pdf', 'docx', 'odt', 'ods', 'xlsx', 'csv', 'html', 'json'] as const satisfies readonly Format[]

const titre = (nombre: number): string => (nombre === 1 ? '1 fichier écrit dans :' : `${nombre} fichiers écrits dans :`)
