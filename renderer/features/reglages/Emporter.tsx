import { Alert, Button, Checkbox, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { annoncer } from '#app/annoncer.tsx'
import { api, essayer, signaler } from '#app/api.ts'
import { texteErreur } from '#app/messages.ts'

/** The coffre on a USB key, to go on with it elsewhere; never over something newer by accident. */
export const Emporter = () => {
  const [enCours, setEnCours] = useState(false)
  const [refuse, setRefuse] = useState(false)
  const [malgre, setMalgre] = useState(false)
  const emporter = async () => {
    setEnCours(true)
    const reponse = await essayer(api.sauvegardes.emporter({ malgrePlusRecent: malgre }))
    setEnCours(false)
    if (reponse.ok) {
      setRefuse(false)
      setMalgre(false)
      return annoncer(`Coffre écrit et relu : ${reponse.value.dossier}`)
    }
    if (reponse.erreur.code === 'coffre-plus-recent') setRefuse(true)
    else if (reponse.erreur.code !== 'annule') signaler(reponse.erreur)
  }
  return (
    <Stack component="section" gap="sm">
      <Title order={2}>Emporter mon coffre</Title>
      <Text>
        Écrit le coffre, toujours chiffré, sur une clé USB. Sur l’autre ordinateur, choisissez « Repartir d’une
        sauvegarde » ; au retour, faites de même ici. Travaillez d’un seul côté à la fois : deux coffres modifiés chacun
        de leur côté ne se réunissent pas.
      </Text>
      {refuse && (
        <Alert color="alerte" variant="light" role="alert">
          <Text mb="xs">{texteErreur({ code: 'coffre-plus-recent' })}</Text>
          <Checkbox
            label="Remplacer quand même ; ce qui est sur la clé y sera mis de côté"
            checked={malgre}
            onChange={(e) => setMalgre(e.currentTarget.checked)}
          />
        </Alert>
      )}
      <Button variant="default" w="fit-content" loading={enCours} onClick={() => void emporter()}>
        Emporter mon coffre…
      </Button>
    </Stack>
  )
}
