import { Alert, Button, Group, Modal, SegmentedControl, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconFolderDown } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { sansPersonne } from '#app/agenda.ts'
import type { DateIso } from '#shared/utils/dates.ts'
import { PageImprimee } from '#ui/PageImprimee.tsx'
import { ecrirePapier, montrerPapier, type Portee, useAgenda } from './store.ts'
import classes from './agenda.module.css'

type Props = { readonly ouvert: boolean; readonly fermer: () => void; readonly jour: DateIso }

/** The list of a day or of a week, as it will be written. Names leave only once asked, told and confirmed, each time. */
export const PapierAgenda = ({ ouvert, fermer, jour }: Props) => {
  const papier = useAgenda((s) => s.papier)
  const [portee, setPortee] = useState<Portee>('jour')
  const [confirmer, setConfirmer] = useState(false)
  const [occupe, setOccupe] = useState(false)
  useEffect(() => {
    if (ouvert) void montrerPapier(portee, jour)
  }, [ouvert, portee, jour])
  const ecrire = async (avecNoms: boolean) => {
    setOccupe(true)
    if (await ecrirePapier(portee, jour, avecNoms)) setConfirmer(false)
    setOccupe(false)
  }
  return (
    <Modal
      opened={ouvert}
      onClose={() => {
        setConfirmer(false)
        fermer()
      }}
      title="Imprimer l’agenda"
      size="64rem"
    >
      <div className={classes['papier']}>
        <Stack gap="sm">
          <SegmentedControl
            aria-label="Jours à imprimer"
            value={portee}
            onChange={(choix) => setPortee(choix)}
            data={[
              { value: 'jour', label: 'Le jour' },
              { value: 'semaine', label: 'La semaine' },
            ]}
          />
          <Text size="sm" c="dimmed">
            {sansPersonne()
              ? 'Les réunions et ce qu’elles ont décidé. Aucune personne.'
              : 'Sans nom : chaque personne est dite par le numéro de son suivi, et ce que vous avez tapé reste dans le coffre.'}
          </Text>
          <Button
            leftSection={<IconFolderDown size={16} aria-hidden />}
            disabled={papier === null}
            loading={occupe && !confirmer}
            onClick={() => void ecrire(false)}
          >
            Écrire le PDF…
          </Button>
          {!sansPersonne() && !confirmer && (
            <Button variant="subtle" onClick={() => setConfirmer(true)}>
              Avec les noms…
            </Button>
          )}
          {confirmer && (
            <Confirmer occupe={occupe} ecrire={() => void ecrire(true)} renoncer={() => setConfirmer(false)} />
          )}
        </Stack>
        {papier !== null && <PageImprimee html={papier} libelle="Aperçu, tel qu’il sera imprimé" occupe={false} />}
      </div>
    </Modal>
  )
}

const Confirmer = (props: { readonly occupe: boolean; readonly ecrire: () => void; readonly renoncer: () => void }) => (
  <Alert
    variant="light"
    color="alerte"
    role="alert"
    icon={<IconAlertTriangle aria-hidden />}
    title="Écrire une feuille avec des noms ?"
  >
    <Text size="sm">
      Elle dira qui vous voyez, avec les mots de vos échéances, et ne sera plus protégée par le coffre. Ne la laissez
      pas derrière vous, détruisez-la après usage. Le journal retient qu’elle a été faite.
    </Text>
    <Group mt="sm">
      <Button variant="default" onClick={props.renoncer}>
        Rester sans nom
      </Button>
      <Button color="alerte" loading={props.occupe} onClick={props.ecrire}>
        Écrire avec les noms…
      </Button>
    </Group>
  </Alert>
)
