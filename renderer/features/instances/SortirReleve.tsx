import { Button, Code, Group, Stack, Text } from '@mantine/core'
import { type SubmitEvent, useState } from 'react'
import { texteErreur } from '#app/messages.ts'
import { PhraseRedemandee } from '#app/PhraseRedemandee.tsx'
import { prendreFocus } from '#ui/focus.ts'
import { ecrireReleveNominatif, type ReleveSorti } from './papiers.ts'

type Props = { readonly reunionId: string; readonly onFermer: () => void }

/** Names leave the coffre here: whoever asks for it says the passphrase again. */
export const SortirReleve = ({ reunionId, onFermer }: Props) => {
  const [phrase, setPhrase] = useState('')
  const [refus, setRefus] = useState<string>()
  const [sorti, setSorti] = useState<ReleveSorti>()
  if (sorti !== undefined) return <MotDePasse sorti={sorti} onFermer={onFermer} />
  const sortir = async (evenement: SubmitEvent) => {
    evenement.preventDefault()
    if (phrase === '') return setRefus('Tapez votre phrase de passe.')
    const reponse = await ecrireReleveNominatif(reunionId, phrase)
    if (reponse.ok) setSorti(reponse.value)
    else setRefus(reponse.erreur.code === 'annule' ? undefined : texteErreur(reponse.erreur))
  }
  return (
    <form noValidate onSubmit={(e) => void sortir(e)}>
      <Stack gap="sm">
        <Text>
          Ce document portera des noms. Il sera chiffré : un mot de passe, que Jalon vous donnera une fois, l’ouvrira
          dans Word ou LibreOffice. Ne le remettez qu’aux signataires présents. Sa sortie est inscrite au registre de
          cette réunion.
        </Text>
        <PhraseRedemandee phrase={phrase} changer={setPhrase} refus={refus} data-autofocus />
        <Group>
          <Button type="submit" color="alerte">
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

/** Shown once: it is kept nowhere. */
const MotDePasse = ({ sorti, onFermer }: { readonly sorti: ReleveSorti; readonly onFermer: () => void }) => (
  <Stack gap="sm">
    <Text>
      Écrit, chiffré, dans {sorti.dossier} : {sorti.fichiers.join(', ')}
    </Text>
    <Text fw={600}>Son mot de passe, tirets compris :</Text>
    <Code fz="lg" p="sm" data-mot-de-passe>
      {sorti.motDePasse}
    </Code>
    <Text size="sm">
      Notez-le maintenant : Jalon ne le garde pas. Donnez-le de vive voix, jamais avec le fichier. Perdu, il suffit de
      sortir le relevé une nouvelle fois.
    </Text>
    <Group>
      <Button onClick={onFermer} ref={prendreFocus}>
        J’ai noté le mot de passe
      </Button>
    </Group>
  </Stack>
)
