import { Alert, Button, Checkbox, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { annoncer } from '#app/annoncer.tsx'
import { api, essayer, signaler } from '#app/api.ts'
import { texteErreur } from '#app/messages.ts'
import type { CodeErreur } from '#shared/erreurs/erreur.ts'

/** What is only done over if the user says so. */
const aAccorder: ReadonlySet<CodeErreur> = new Set(['coffre-plus-recent', 'coffres-divergents'])

/** The coffre on a USB key, to go on with it elsewhere; never over something newer by accident. */
export const Emporter = () => {
  const [enCours, setEnCours] = useState(false)
  const [refuse, setRefuse] = useState<CodeErreur>()
  const [malgre, setMalgre] = useState(false)
  const emporter = async () => {
    setEnCours(true)
    const reponse = await essayer(api.sauvegardes.emporter({ malgrePlusRecent: malgre }))
    setEnCours(false)
    if (reponse.ok) {
      setRefuse(undefined)
      setMalgre(false)
      return annoncer(`Coffre écrit et relu : ${reponse.value.dossier}`)
    }
    if (aAccorder.has(reponse.erreur.code)) setRefuse(reponse.erreur.code)
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
      {refuse !== undefined && (
        <Alert color="alerte" variant="light" role="alert">
          <Text mb="xs">{texteErreur({ code: refuse })}</Text>
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
