import { Alert, Button, Code, Group, Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { annoncer } from '#app/annoncer.tsx'
import { api, appeler } from '#app/api.ts'
import { texteErreur } from '#app/messages.ts'
import { ilYA, inquiete, useSauvegardes } from '#app/sauvegardes.ts'
import { usePermis, verrouiller } from '#app/session.ts'
import type { Reply } from '#shared/ipc/call.ts'
import type { EtatSauvegardes } from '#shared/ipc/contract/sauvegardes.ts'
import { Emporter } from './Emporter.tsx'

/** What is kept in case the coffre is damaged or the PC lost, where, and how to start again from it. */
export const Sauvegardes = () => {
  const { etat } = useSauvegardes()
  const permis = usePermis()
  if (etat === null) return null
  return (
    <Stack maw={560} gap="xl">
      <Locales etat={etat} />
      {permis('sauvegardes.choisirSecond') && <Second etat={etat} />}
      {permis('sauvegardes.emporter') && <Emporter />}
      <Stack component="section" gap="sm">
        <Title order={2}>Repartir d’une sauvegarde</Title>
        <Text>
          C’est sur l’écran d’ouverture, coffre verrouillé : « Repartir d’une sauvegarde ». Le coffre actuel est mis de
          côté, jamais effacé. Faites-en l’essai une fois, dans un nouveau dossier.
        </Text>
        <Button variant="default" w="fit-content" onClick={() => void verrouiller()}>
          Verrouiller et y aller
        </Button>
      </Stack>
    </Stack>
  )
}

const Locales = ({ etat }: { readonly etat: EtatSauvegardes }) => {
  const { derniere, nombre, echec, enCours } = etat
  return (
    <Stack component="section" gap="sm">
      <Title order={2}>Sauvegardes du coffre</Title>
      <Text>
        {!inquiete(etat) && derniere !== null && <IconCheck size={16} aria-hidden />}{' '}
        {derniere === null
          ? 'Aucune sauvegarde pour l’instant.'
          : `Dernière sauvegarde : ${ilYA(derniere)}. ${nombre > 1 ? `${nombre} sont gardées` : 'Une est gardée'}.`}
      </Text>
      {echec !== null && <Souci>{texteErreur({ code: echec })}</Souci>}
      <Text c="dimmed">
        Une par jour, à l’ouverture du coffre : chiffrée comme lui, puis rouverte et comparée avant de compter. Jalon en
        garde sept jours, quatre semaines et douze mois. Elles s’ouvrent avec votre phrase de passe ou le code de
        secours.
      </Text>
      <Action loading={enCours} appel={() => api.sauvegardes.sauvegarder()} fait="Sauvegarde faite et relue">
        Sauvegarder maintenant
      </Action>
    </Stack>
  )
}

const Second = ({ etat: { second } }: { readonly etat: EtatSauvegardes }) => (
  <Stack component="section" gap="sm">
    <Title order={2}>Second emplacement</Title>
    <Text>
      Une clé USB ou un autre disque : si l’ordinateur est volé ou tombe en panne, la copie reste. Jalon l’y écrit
      chaque jour, quand l’emplacement est là.
    </Text>
    {second !== null && (
      <>
        <Code>{second.dossier}</Code>
        <Text>{direSecond(second)}</Text>
        {second.echec !== null && <Souci>{texteErreur({ code: second.echec })}</Souci>}
      </>
    )}
    <Group gap="sm">
      <Action appel={() => api.sauvegardes.choisirSecond()} fait="Second emplacement retenu">
        {second === null ? 'Choisir un emplacement…' : 'En choisir un autre…'}
      </Action>
      {second !== null && (
        <Action appel={() => api.sauvegardes.oublierSecond()} fait="Il n’y a plus de second emplacement">
          Ne plus y copier
        </Action>
      )}
    </Group>
  </Stack>
)

const direSecond = ({ present, derniere }: NonNullable<EtatSauvegardes['second']>): string => {
  if (!present) return 'Il n’est pas branché en ce moment. La copie se fera à la prochaine ouverture où il sera là.'
  return derniere === null ? 'Rien n’y est encore copié.' : `Dernière copie : ${ilYA(derniere)}.`
}

const Souci = ({ children }: { readonly children: ReactNode }) => (
  <Alert color="alerte" variant="light" icon={<IconAlertTriangle aria-hidden />}>
    {children}
  </Alert>
)

/** A button that asks the service, and shows the state it answers. */
const Action = (props: {
  readonly appel: () => Promise<Reply<EtatSauvegardes>>
  readonly fait: string
  readonly loading?: boolean
  readonly children: ReactNode
}) => {
  const [enCours, setEnCours] = useState(false)
  const agir = async () => {
    setEnCours(true)
    const etat = await appeler(props.appel())
    setEnCours(false)
    if (etat === undefined) return
    useSauvegardes.setState({ etat })
    annoncer(props.fait)
  }
  return (
    <Button variant="default" w="fit-content" loading={enCours || props.loading === true} onClick={() => void agir()}>
      {props.children}
    </Button>
  )
}
