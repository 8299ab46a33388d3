import { Alert, Button, Modal, Stack, Text } from '@mantine/core'
import { IconCheck, IconFolderDown } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Apercu } from './Apercu.tsx'
import { rangerPapier, usePapiers } from './papiers.ts'
import classes from './sorties.module.css'

type Props = {
  readonly titre: string
  readonly ouvert: boolean
  readonly fermer: () => void
  /** What may be chosen of this paper. */
  readonly children: ReactNode
  readonly avertissement: string
  readonly pret: boolean
  readonly imprimer: () => void
}

/** A paper before it is written: choices on the left, the page as it will be printed on the right. */
export const Papier = ({ titre, ouvert, fermer, children, avertissement, pret, imprimer }: Props) => {
  const { html, occupe, ecrits } = usePapiers()
  return (
    <Modal
      opened={ouvert}
      onClose={() => {
        fermer()
        rangerPapier()
      }}
      title={titre}
      size="72rem"
    >
      <div className={classes['papier']}>
        <Stack gap="sm">
          {children}
          <Text size="sm" c="dimmed">
            {avertissement}
          </Text>
          <Button
            leftSection={<IconFolderDown size={16} aria-hidden />}
            disabled={!pret || html === null}
            loading={occupe}
            onClick={imprimer}
          >
            Écrire le PDF…
          </Button>
          <div aria-live="polite">
            {ecrits !== null && (
              <Alert variant="light" icon={<IconCheck aria-hidden />} title="Écrit dans :">
                <Text size="sm" className={classes['chemin'] ?? ''}>
                  {ecrits.dossier}
                </Text>
                <Text size="sm">{ecrits.fichiers.join(', ')}</Text>
              </Alert>
            )}
          </div>
        </Stack>
        <Apercu html={pret ? html : null} />
      </div>
    </Modal>
  )
}
