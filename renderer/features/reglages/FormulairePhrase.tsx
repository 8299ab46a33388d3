import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { annoncer } from '#app/annoncer.tsx'
import { texteErreur } from '#app/messages.ts'
import type { AgentDuCoffre } from '#shared/domaine/acces/agent.ts'
import { ChampsPhrase, validerPhrases } from './ChampsPhrase.tsx'
import { redonnerPhrase } from './utilisateurs.ts'

/** Another passphrase for one who forgot his. */
export const FormulairePhrase = (props: { readonly agent: AgentDuCoffre; readonly onFermer: () => void }) => {
  const { agent, onFermer } = props
  const [enCours, setEnCours] = useState(false)
  const form = useForm({ initialValues: { phrase: '', encore: '' }, validate: validerPhrases })
  const redonner = async (phrase: string) => {
    setEnCours(true)
    const erreur = await redonnerPhrase(agent.id, phrase)
    setEnCours(false)
    if (erreur !== undefined) return form.setFieldError('phrase', texteErreur(erreur))
    annoncer(`${agent.nom} a une nouvelle phrase de passe`)
    onFermer()
  }
  return (
    <Paper withBorder p="md" maw={560}>
      <form noValidate onSubmit={form.onSubmit(({ phrase }) => void redonner(phrase))}>
        <Stack gap="md">
          <Title order={3}>Une autre phrase pour {agent.nom}</Title>
          <Text>Laissez-lui le clavier. L’ancienne phrase n’ouvrira plus ce coffre, ni ses sauvegardes.</Text>
          <ChampsPhrase phrase={form.getInputProps('phrase')} encore={form.getInputProps('encore')} />
          <Group gap="sm">
            <Button type="submit" loading={enCours}>
              Donner cette phrase
            </Button>
            <Button variant="subtle" onClick={onFermer}>
              Abandonner
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  )
}
