import { Alert, Button, Checkbox, Group, Stack, Text, Title } from '@mantine/core'
import { type SubmitEvent, useState } from 'react'
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
  const [manque, setManque] = useState(false)
  const recommencer = () => {
    setRefuse(undefined)
    setMalgre(false)
    setManque(false)
  }
  const emporter = async (malgrePlusRecent: boolean) => {
    setEnCours(true)
    const reponse = await essayer(api.sauvegardes.emporter({ malgrePlusRecent }))
    setEnCours(false)
    if (reponse.ok) {
      recommencer()
      return annoncer(`Coffre écrit et relu : ${reponse.value.dossier}`)
    }
    if (aAccorder.has(reponse.erreur.code)) setRefuse(reponse.erreur.code)
    else if (reponse.erreur.code !== 'annule') signaler(reponse.erreur)
  }
  const envoyer = (evenement: SubmitEvent) => {
    evenement.preventDefault()
    const attendu = refuse !== undefined && !malgre
    setManque(attendu)
    if (!attendu) void emporter(malgre)
  }
  const choisirAilleurs = () => {
    recommencer()
    void emporter(false)
  }
  return (
    <Stack component="section" gap="sm">
      <Title order={2}>Emporter mon coffre</Title>
      <Text>
        Écrit le coffre, toujours chiffré, sur une clé USB. Sur l’autre ordinateur, choisissez « Repartir d’une
        sauvegarde » ; au retour, faites de même ici. Travaillez d’un seul côté à la fois : deux coffres modifiés chacun
        de leur côté ne se réunissent pas.
      </Text>
      <form noValidate onSubmit={envoyer}>
        {refuse !== undefined && (
          <Alert color="alerte" variant="light" role="alert" mb="sm">
            <Text mb="xs">{texteErreur({ code: refuse })}</Text>
            <Checkbox
              label="Remplacer quand même ; ce qui est sur la clé y sera mis de côté"
              checked={malgre}
              error={manque && !malgre ? 'Cochez pour remplacer, ou choisissez une autre clé.' : undefined}
              aria-invalid={manque && !malgre}
              onChange={(e) => setMalgre(e.currentTarget.checked)}
            />
          </Alert>
        )}
        <Group gap="sm">
          <Button type="submit" variant="default" loading={enCours}>
            Emporter mon coffre…
          </Button>
          {refuse !== undefined && (
            <Button variant="subtle" disabled={enCours} onClick={choisirAilleurs}>
              Choisir une autre clé…
            </Button>
          )}
        </Group>
      </form>
    </Stack>
  )
}
