import { Alert, Anchor, Button, Checkbox, Divider, Stack, Text } from '@mantine/core'
import { IconCheck, IconFolderDown } from '@tabler/icons-react'
import { useState } from 'react'
import { formats, type Format } from '#shared/domaine/bilan/bilan.ts'
import { ComparerFacons } from './ComparerFacons.tsx'
import { ControleBilan } from './ControleBilan.tsx'
import { formatsProposes, libellesFormat } from './presenter.ts'
import { exporter, imprimerRapport } from './publication.ts'
import { useBilans } from './store.ts'
import classes from './bilans.module.css'

/** First the proof; then, and only then, what leaves the coffre. */
export const PanneauPublier = () => {
  const { verdict } = useBilans()
  return (
    <Stack gap="md">
      <ControleBilan />
      {verdict !== null && verdict.refus === null && <ChoixFormats />}
      <Divider />
      <ComparerFacons />
    </Stack>
  )
}

const courants: readonly Format[] = ['pdf', 'docx', 'ods']

/** The report alone, in the formats ticked, in the folder the user points at. */
const ChoixFormats = () => {
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
          {formatsProposes.map((format) => (
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
        Publier…
      </Button>
      <Anchor
        component="button"
        type="button"
        size="sm"
        disabled={occupe !== null}
        onClick={() => void imprimerRapport()}
      >
        Rapport de contrôle (confidentiel)…
      </Anchor>
      <Text size="sm" c="dimmed">
        Vous choisirez le dossier. Le bilan est inscrit au registre, pour toujours : les suivants en tiendront compte.
        Une fois publiés, les fichiers ne sont plus protégés par le coffre.
      </Text>
      <div aria-live="polite">{exporte !== null && <FichiersEcrits {...exporte} />}</div>
    </Stack>
  )
}

type Ecrits = { readonly dossier: string; readonly fichiers: readonly string[] }

export const FichiersEcrits = ({ dossier, fichiers }: Ecrits) => (
  <Alert role="note" variant="light" icon={<IconCheck aria-hidden />} title={titre(fichiers.length)}>
    <Text size="sm" className={classes['chemin'] ?? ''}>
      {dossier}
    </Text>
    <ul className={classes['fichiers']}>
      {fichiers.map((fichier) => (
        <li key={fichier}>{fichier}</li>
      ))}
    </ul>
  </Alert>
)

const titre = (nombre: number): string => (nombre === 1 ? '1 fichier écrit dans :' : `${nombre} fichiers écrits dans :`)
