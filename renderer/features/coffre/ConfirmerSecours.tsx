import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { api, essayer } from '#app/api.ts'
import { texteErreur } from '#app/messages.ts'
import { rafraichirSession, useSession } from '#app/session.ts'
import { prendreFocus } from '#ui/focus.ts'
import { Volet } from './Volet.tsx'

/** The code typed back from the sheet: proof that the sheet exists and is right. */
export const ConfirmerSecours = ({ onRevoir }: { readonly onRevoir?: () => void }) => {
  const [code, setCode] = useState('')
  const [refus, setRefus] = useState<string>()
  const [enCours, setEnCours] = useState(false)
  const confirmer = async () => {
    if (code.trim() === '') return setRefus('Tapez le code inscrit sur la feuille.')
    setEnCours(true)
    const reponse = await essayer(api.coffre.confirmerSecours({ code }))
    setEnCours(false)
    if (!reponse.ok)
      return setRefus(
        reponse.erreur.code === 'code-secours-incorrect'
          ? 'Ce n’est pas ce code. Vérifiez chaque groupe de la feuille, puis recommencez.'
          : texteErreur(reponse.erreur),
      )
    await rafraichirSession()
    useSession.setState({ codeSecours: null })
  }
  const valider = (event: React.SubmitEvent) => {
    event.preventDefault()
    void confirmer()
  }
  return (
    <Volet titre="Vérifier le code de secours">
      <Text>Recopiez le code depuis votre feuille : c’est le moment de découvrir une erreur d’écriture.</Text>
      <form onSubmit={valider}>
        <Stack gap="md">
          <TextInput
            label="Code de secours"
            description="Tirets et majuscules facultatifs."
            value={code}
            onChange={(e) => setCode(e.currentTarget.value)}
            error={refus}
            autoComplete="off"
            spellCheck={false}
            maxLength={100}
            ref={prendreFocus}
          />
          <Group justify="space-between">
            {onRevoir === undefined ? (
              <Button variant="subtle" onClick={() => useSession.setState({ secoursRemis: true })}>
                Je ne l’ai pas sous la main
              </Button>
            ) : (
              <Button variant="subtle" onClick={onRevoir}>
                Revoir le code
              </Button>
            )}
            <Button type="submit" loading={enCours}>
              Vérifier
            </Button>
          </Group>
        </Stack>
      </form>
    </Volet>
  )
}
