import { Alert, Button, Stack, Text } from '@mantine/core'
import { useMergedRef } from '@mantine/hooks'
import { useRef, useState } from 'react'
import { api, essayer } from '#app/api.ts'
import { useEnEssai } from '#app/essai.ts'
import { duree, texteErreur } from '#app/messages.ts'
import { rafraichirSession } from '#app/session.ts'
import { PHRASE_DEMO } from '#shared/domaine/demo/phrase.ts'
import { prendreFocus } from '#ui/focus.ts'
import { ChampSecret } from '#ui/ChampSecret.tsx'
import { useAttente } from './attente.ts'
import { OuvrirParSecours } from './OuvrirParSecours.tsx'
import { Volet } from './Volet.tsx'

/** The lock: one field. After a wrong passphrase, the wait grows and is counted down. */
export const OuvrirCoffre = (props: { readonly attendre: number; readonly onRepartir: () => void }) => {
  const { attendre, onRepartir } = props
  const [phrase, setPhrase] = useState('')
  const [refus, setRefus] = useState<string>()
  const [enCours, setEnCours] = useState(false)
  const [oubliee, setOubliee] = useState(false)
  const [reste, patienter] = useAttente(attendre)
  const enEssai = useEnEssai()
  const champ = useRef<HTMLInputElement>(null)
  const refChamp = useMergedRef(champ, prendreFocus)
  if (oubliee) return <OuvrirParSecours attendre={reste} onRetour={() => setOubliee(false)} />
  const ouvrir = async () => {
    if (phrase === '') {
      champ.current?.focus()
      return
    }
    setEnCours(true)
    const reponse = await essayer(api.coffre.ouvrir({ phrase }))
    if (reponse.ok) {
      await rafraichirSession()
      return
    }
    const etat = await essayer(api.coffre.etat())
    setEnCours(false)
    setPhrase('')
    setRefus(texteErreur({ code: reponse.erreur.code }))
    patienter(reponse.erreur.attendre ?? (etat.ok ? etat.value.attendre : 0))
    champ.current?.focus()
  }
  const valider = (event: React.SubmitEvent) => {
    event.preventDefault()
    if (reste === 0) void ouvrir()
  }
  return (
    <Volet titre={enEssai ? 'Rouvrir l’essai' : 'Ouvrir le coffre'}>
      {enEssai && <PhraseDeLEssai />}
      <form onSubmit={valider}>
        <Stack gap="md">
          <ChampSecret
            ref={refChamp}
            label="Phrase de passe"
            value={phrase}
            onChange={(e) => setPhrase(e.currentTarget.value)}
            error={refus}
            autoComplete="current-password"
            maxLength={1000}
          />
          {reste > 0 && (
            <Alert color="alerte" variant="light">
              Prochain essai dans <span role="timer">{duree(reste)}</span>. L’attente s’allonge à chaque erreur.
            </Alert>
          )}
          <Button type="submit" loading={enCours} disabled={reste > 0}>
            Ouvrir
          </Button>
          {!enEssai && (
            <>
              <Button variant="subtle" onClick={() => setOubliee(true)}>
                J’ai oublié ma phrase de passe
              </Button>
              <Button variant="subtle" onClick={onRepartir}>
                Repartir d’une sauvegarde
              </Button>
            </>
          )}
        </Stack>
      </form>
      <Text size="xs" c="dimmed">
        Majuscules, accents et espaces comptent.
      </Text>
    </Volet>
  )
}

/** The real phrase of a real coffre is nowhere on screen: this one opens nothing but invented data. */
const PhraseDeLEssai = () => (
  <Alert variant="light" title="C’est verrouillé">
    Les noms ne sont plus à l’écran ni en mémoire. Dans votre coffre, vous seul saurez la phrase ; ici, tout est
    inventé, la voici : <strong>{PHRASE_DEMO}</strong>
  </Alert>
)
