import { Alert, Button, Checkbox, NativeSelect, Radio, Stack, Text } from '@mantine/core'
import { IconCheck, IconFolderDown } from '@tabler/icons-react'
import { useState } from 'react'
import {
  codesDocument,
  documentsCoordination,
  type FormatDocument,
  formatsDocument,
} from '#shared/domaine/bilan-coordination/documents.ts'
import { type Action, choisirAction, choisirDocument, exporter, useBilanCoordination } from './store.ts'
import classes from './bilan-coordination.module.css'

/** Which document, of which action, in which formats. */
export const ChoixDocument = () => {
  const { document, actions, ficheId, apercu } = useBilanCoordination()
  return (
    <Stack gap="md">
      <Radio.Group
        label="Document"
        value={document}
        onChange={(choisi) => {
          const code = codesDocument.find((c) => c === choisi)
          if (code !== undefined) void choisirDocument(code)
        }}
      >
        <Stack gap={8} mt="xs">
          {documentsCoordination.map(({ code, titre, pour }) => (
            <Radio key={code} value={code} label={titre} description={pour} />
          ))}
        </Stack>
      </Radio.Group>
      {document === 'compte-rendu' && actions.length > 0 && (
        <NativeSelect
          label="Action"
          value={ficheId ?? ''}
          data={actions.map((a) => ({ value: a.id, label: nommer(a) }))}
          onChange={(e) => void choisirAction(e.currentTarget.value)}
        />
      )}
      {document === 'bilan' && apercu !== null && apercu.aCompleter > 0 && (
        <Text size="sm">
          {apercu.aCompleter === 1
            ? '1 fiche n’a pas tout ce qu’il faut'
            : `${apercu.aCompleter} fiches n’ont pas tout ce qu’il faut`}{' '}
          (indicateur, calendrier ou financeur). Le bilan n’en dit rien : c’est dans l’annexe du coordonnateur.
        </Text>
      )}
      <Ecriture />
    </Stack>
  )
}

const nommer = ({ numero, titre, territoire, fipd, lignes }: Action): string =>
  [
    `${numero} ${titre}`.trim(),
    ...(territoire === null ? [] : [territoire]),
    ...(fipd ? ['FIPD'] : []),
    ...(lignes === 0 ? ['sans budget'] : []),
  ].join(' – ')

const libelles: Readonly<Record<FormatDocument, string>> = {
  docx: 'Document à compléter (DOCX)',
  pdf: 'Document à imprimer (PDF)',
  ods: 'Tableur (ODS)',
}

const Ecriture = () => {
  const { occupe, apercu, exporte } = useBilanCoordination()
  const [choisis, setChoisis] = useState<readonly FormatDocument[]>(formatsDocument)
  return (
    <Stack gap="sm">
      <Checkbox.Group
        label="Formats"
        value={[...choisis]}
        onChange={(valeurs) => setChoisis(formatsDocument.filter((f) => valeurs.includes(f)))}
      >
        <Stack gap={6} mt="xs">
          {formatsDocument.map((format) => (
            <Checkbox key={format} value={format} label={libelles[format]} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Button
        leftSection={<IconFolderDown size={16} aria-hidden />}
        disabled={choisis.length === 0 || occupe !== null || apercu === null}
        loading={occupe === 'export'}
        onClick={() => void exporter([...choisis])}
      >
        Écrire les fichiers…
      </Button>
      <Text size="sm" c="dimmed">
        Vous choisirez le dossier. Une fois écrits, les fichiers ne sont plus protégés par le coffre.
      </Text>
      <div aria-live="polite">
        {exporte !== null && (
          <Alert role="note" variant="light" icon={<IconCheck aria-hidden />} title={`Écrit dans ${exporte.dossier}`}>
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
