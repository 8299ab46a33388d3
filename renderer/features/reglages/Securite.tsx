import { Button, NumberInput, Stack, Text, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { annoncer } from '#app/annoncer.tsx'
import { api, essayer } from '#app/api.ts'
import { texteErreur } from '#app/messages.ts'
import { usePermis, useReglages } from '#app/session.ts'
import { ChampSecret } from '#ui/ChampSecret.tsx'
import { CodeSecours } from './CodeSecours.tsx'
import { ecrireReglages } from './store.ts'

/** What keeps the coffre closed to others. */
export const Securite = () => {
  const permis = usePermis()
  return (
    <Stack maw={460} gap="xl">
      {permis('reglages.ecrire') && <Verrouillage />}
      {permis('coffre.renouvelerSecours') && <CodeSecours />}
      <ChangerPhrase secours={permis('coffre.renouvelerSecours')} />
    </Stack>
  )
}

const Verrouillage = () => {
  const { nom, intervenant, verrouillageMinutes } = useReglages()
  const [minutes, setMinutes] = useState<number | string>(verrouillageMinutes)
  const valide = typeof minutes === 'number' && minutes >= 1 && minutes <= 120
  const enregistrer = async () => {
    if (valide && (await ecrireReglages({ nom, intervenant, verrouillageMinutes: minutes })))
      annoncer('Délai de verrouillage enregistré')
  }
  return (
    <Stack component="section" gap="sm">
      <Title order={2}>Verrouillage</Title>
      <NumberInput
        label="Verrouiller après ce temps sans y toucher (minutes)"
        description="Le coffre se ferme aussi quand l’ordinateur se met en veille ou que la session est verrouillée."
        min={1}
        max={120}
        allowDecimal={false}
        value={minutes}
        onChange={setMinutes}
        error={valide ? null : 'Entre 1 et 120 minutes.'}
      />
      <Button w="fit-content" disabled={!valide || minutes === verrouillageMinutes} onClick={() => void enregistrer()}>
        Enregistrer le délai
      </Button>
    </Stack>
  )
}

const ChangerPhrase = ({ secours }: { readonly secours: boolean }) => {
  const [enCours, setEnCours] = useState(false)
  const form = useForm({
    initialValues: { ancienne: '', nouvelle: '', encore: '' },
    validate: {
      ancienne: (phrase) => (phrase === '' ? 'Tapez la phrase actuelle.' : null),
      nouvelle: (phrase) => (Array.from(phrase.trim()).length < 12 ? 'Douze caractères au moins.' : null),
      encore: (encore, { nouvelle }) => (encore === nouvelle ? null : 'Les deux phrases ne sont pas identiques.'),
    },
  })
  const changer = async ({ ancienne, nouvelle }: typeof form.values) => {
    setEnCours(true)
    const reponse = await essayer(api.coffre.changerPhrase({ ancienne, nouvelle }))
    setEnCours(false)
    if (reponse.ok) {
      form.reset()
      return annoncer('Phrase de passe changée')
    }
    const deLaNouvelle = ['phrase-trop-faible', 'phrase-refusee'].includes(reponse.erreur.code)
    const champ = deLaNouvelle ? 'nouvelle' : 'ancienne'
    form.setFieldError(champ, texteErreur(reponse.erreur))
  }
  return (
    <form noValidate onSubmit={form.onSubmit((valeurs) => void changer(valeurs))}>
      <Stack gap="sm">
        <Title order={2}>Changer la phrase de passe</Title>
        <ChampSecret label="Phrase actuelle" autoComplete="current-password" {...form.getInputProps('ancienne')} />
        <ChampSecret
          label="Nouvelle phrase"
          description="Douze caractères au moins ; quatre ou cinq mots sans rapport entre eux."
          autoComplete="new-password"
          {...form.getInputProps('nouvelle')}
        />
        <ChampSecret
          label="Nouvelle phrase, une seconde fois"
          autoComplete="new-password"
          {...form.getInputProps('encore')}
        />
        {secours && <Text c="dimmed">Le code de secours reste le même.</Text>}
        <Button type="submit" w="fit-content" loading={enCours} disabled={!form.isDirty()}>
          Changer la phrase
        </Button>
      </Stack>
    </form>
  )
}
