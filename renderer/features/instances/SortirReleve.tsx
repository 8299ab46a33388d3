import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { ecrireReleveNominatif } from './papiers.ts'

type Props = { readonly reunionId: string; readonly onFermer: () => void }

/** Names leave the coffre here: whoever asks for it says the passphrase again. */
export const SortirReleve = ({ reunionId, onFermer }: Props) => {
  const [phrase, setPhrase] = useState('')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void ecrireReleveNominatif(reunionId, phrase).then((ecrit) => ecrit && onFermer())
      }}
    >
      <Stack gap="sm">
        <Text>
          Ce document portera des noms et ne sera plus protégé par le coffre. Ne le remettez qu’aux signataires
          présents. Sa sortie est inscrite au registre de cette réunion.
        </Text>
        <PasswordInput
          label="Votre phrase de passe"
          autoComplete="off"
          value={phrase}
          onChange={(e) => setPhrase(e.currentTarget.value)}
          data-autofocus
        />
        <Group>
          <Button type="submit" color="alerte" disabled={phrase === ''}>
            Écrire le relevé nominatif…
          </Button>
          <Button variant="default" onClick={onFermer}>
            Ne rien sortir
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
