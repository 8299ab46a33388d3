import { Button, Stack, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { annoncer } from '#app/annoncer.tsx'
import { useReglages } from '#app/session.ts'
import { Metiers } from './Metiers.tsx'
import { ecrireReglages } from './store.ts'

/** Names printed on the report, the post's and the worker's; and what the coffre is kept for. */
export const MonPoste = () => {
  const { nom, intervenant, verrouillageMinutes } = useReglages()
  const form = useForm({
    initialValues: { nom, intervenant },
    validate: { nom: (valeur) => (valeur.trim() === '' ? 'Le poste doit avoir un nom.' : null) },
  })
  const enregistrer = async (valeurs: typeof form.values) => {
    if (!(await ecrireReglages({ ...valeurs, verrouillageMinutes }))) return
    form.resetDirty()
    annoncer('Réglages du poste enregistrés')
  }
  return (
    <Stack gap="xl">
      <form noValidate onSubmit={form.onSubmit((valeurs) => void enregistrer(valeurs))}>
        <Stack maw={460}>
          <Title order={2}>Le poste</Title>
          <TextInput
            label="Nom du poste"
            description="Imprimé en tête du bilan."
            maxLength={120}
            {...form.getInputProps('nom')}
          />
          <TextInput
            label="Nom de l’intervenante ou de l’intervenant"
            description="Imprimé sur le bilan ; laissez vide pour ne pas signer."
            maxLength={120}
            {...form.getInputProps('intervenant')}
          />
          <Button type="submit" disabled={!form.isDirty()} w="fit-content">
            Enregistrer
          </Button>
        </Stack>
      </form>
      <Metiers />
    </Stack>
  )
}
