import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { api, essayer } from '#app/api.ts'
import { texteErreur } from '#app/messages.ts'
import { rafraichirSession, useReglages, useSession } from '#app/session.ts'
import { prendreFocus } from '#ui/focus.ts'
import { ChampSecret } from '#ui/ChampSecret.tsx'

/** Whether the recovery code was typed back, and another one for a sheet lost or seen. */
export const CodeSecours = () => {
  const { secoursConfirme } = useReglages()
  return (
    <Stack component="section" gap="sm">
      <Title order={2}>Code de secours</Title>
      {secoursConfirme ? (
        <Text>
          <IconCheck size={16} aria-hidden /> Vous l’avez recopié et vérifié. Il ouvre le coffre si la phrase de passe
          est perdue ; gardez la feuille loin de l’ordinateur.
        </Text>
      ) : (
        <Alert color="alerte" variant="light" icon={<IconAlertTriangle aria-hidden />} title="Pas encore vérifié">
          <Text mb="xs">Sans lui, une phrase de passe oubliée perd tout le coffre.</Text>
          <Button variant="default" onClick={() => useSession.setState({ secoursRemis: false })}>
            Vérifier le code maintenant
          </Button>
        </Alert>
      )}
      <Renouveler />
    </Stack>
  )
}

const Renouveler = () => {
  const [phrase, setPhrase] = useState<string>()
  const [refus, setRefus] = useState<string>()
  const [enCours, setEnCours] = useState(false)
  if (phrase === undefined)
    return (
      <Button variant="default" w="fit-content" onClick={() => setPhrase('')}>
        Faire un autre code…
      </Button>
    )
  const renouveler = async () => {
    if (phrase === '') return setRefus('Tapez la phrase de passe.')
    setEnCours(true)
    const reponse = await essayer(api.coffre.renouvelerSecours({ phrase }))
    setEnCours(false)
    if (!reponse.ok) return setRefus(texteErreur(reponse.erreur))
    useSession.setState({ codeSecours: reponse.value.codeSecours })
    await rafraichirSession()
  }
  const valider = (event: React.SubmitEvent) => {
    event.preventDefault()
    void renouveler()
  }
  return (
    <form onSubmit={valider}>
      <Stack gap="sm">
        <Text>
          La feuille est perdue, ou quelqu’un l’a lue ? Un autre code la remplace : l’ancien n’ouvrira plus rien.
        </Text>
        <ChampSecret
          label="Phrase de passe"
          autoComplete="current-password"
          value={phrase}
          onChange={(e) => setPhrase(e.currentTarget.value)}
          error={refus}
          ref={prendreFocus}
        />
        <Group gap="sm">
          <Button type="submit" loading={enCours}>
            Montrer le nouveau code
          </Button>
          <Button variant="subtle" onClick={() => setPhrase(undefined)}>
            Garder l’ancien
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
