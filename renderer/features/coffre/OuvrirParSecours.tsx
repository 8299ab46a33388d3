import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { api, essayer } from '#app/api.ts'
import { duree, texteErreur } from '#app/messages.ts'
import { rafraichirSession } from '#app/session.ts'
import { prendreFocus } from '#ui/focus.ts'
import { ChampSecret } from '#ui/ChampSecret.tsx'
import { useAttente } from './attente.ts'
import { ForcePhrase } from './ForcePhrase.tsx'
import { validerPhrase, validerRepetition } from './phrase.ts'
import { Volet } from './Volet.tsx'

/** Opening with the recovery code, and choosing a new passphrase in the same act. */
export const OuvrirParSecours = (props: { readonly attendre: number; readonly onRetour: () => void }) => {
  const [enCours, setEnCours] = useState(false)
  const [reste, patienter] = useAttente(props.attendre)
  const form = useForm({
    initialValues: { code: '', nouvelle: '', encore: '' },
    validate: {
      code: (code) => (code.trim() === '' ? 'Tapez le code de la feuille de secours.' : null),
      nouvelle: validerPhrase,
      encore: (encore, { nouvelle }) => validerRepetition(nouvelle, encore),
    },
  })
  const ouvrir = async ({ code, nouvelle }: typeof form.values) => {
    if (reste > 0) return
    setEnCours(true)
    const reponse = await essayer(api.coffre.ouvrirParSecours({ code, nouvelle }))
    if (reponse.ok) {
      await rafraichirSession()
      return
    }
    setEnCours(false)
    patienter(reponse.erreur.attendre ?? 0)
    const fautif = reponse.erreur.code === 'phrase-trop-faible' ? 'nouvelle' : 'code'
    form.setFieldError(fautif, texteErreur({ code: reponse.erreur.code }))
    form.getInputNode(fautif)?.focus()
  }
  return (
    <Volet titre="Ouvrir avec le code de secours">
      <Text>Le code figure sur la feuille imprimée à la création du coffre. L’ancienne phrase ne servira plus.</Text>
      <form noValidate onSubmit={form.onSubmit((valeurs) => void ouvrir(valeurs))}>
        <Stack gap="md">
          <TextInput
            label="Code de secours"
            description="Tirets et majuscules facultatifs."
            autoComplete="off"
            spellCheck={false}
            maxLength={100}
            ref={prendreFocus}
            {...form.getInputProps('code')}
          />
          <ChampSecret
            label="Nouvelle phrase de passe"
            autoComplete="new-password"
            {...form.getInputProps('nouvelle')}
          />
          <ForcePhrase phrase={form.values.nouvelle} />
          <ChampSecret
            label="Nouvelle phrase de passe, une seconde fois"
            autoComplete="new-password"
            {...form.getInputProps('encore')}
          />
          {reste > 0 && (
            <Alert color="alerte" variant="light">
              Prochain essai dans <span role="timer">{duree(reste)}</span>.
            </Alert>
          )}
          <Group justify="space-between">
            <Button variant="subtle" onClick={props.onRetour}>
              Retour
            </Button>
            <Button type="submit" loading={enCours} disabled={reste > 0}>
              Ouvrir le coffre
            </Button>
          </Group>
        </Stack>
      </form>
    </Volet>
  )
}
