import { Alert, Button, Checkbox, Code, Paper, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { api, essayer } from '#app/api.ts'
import { texteErreur } from '#app/messages.ts'
import { PhraseRedemandee } from '#app/PhraseRedemandee.tsx'
import { Ecran } from '#ui/Ecran.tsx'
import { useCopie } from './store.ts'
import classes from './copie.module.css'

/** The whole coffre out of itself, unencrypted: a deliberate act, for whoever leaves Jalon or hands everything over. */
export const CopiePage = () => (
  <Ecran titre="Copie en clair">
    <div className={classes['contenu']}>
      <Text>
        Tout le coffre dans des fichiers que n’importe quel logiciel lit : une table par fichier, en CSV et en JSON,
        avec ce que veut dire chaque colonne. Personne ne reste enfermé dans Jalon. Pour une simple sauvegarde, préférez
        celles des Réglages : elles restent chiffrées.
      </Text>
      <Alert color="alerte" variant="light" icon={<IconAlertTriangle aria-hidden />} title="Rien n’y est chiffré">
        Les noms, les notes et le suivi de chaque personne y sont lisibles par qui ouvre le dossier. Écrivez-la sur un
        support chiffré, remettez-la à qui doit la recevoir, et détruisez-la dès qu’elle a servi. Le geste est inscrit
        au journal.
      </Alert>
      <Formulaire />
      <Faite />
    </div>
  </Ecran>
)

const Formulaire = () => {
  const [phrase, setPhrase] = useState('')
  const [compris, setCompris] = useState(false)
  const [manque, setManque] = useState(false)
  const [refus, setRefus] = useState<string>()
  const [enCours, setEnCours] = useState(false)
  const ecrire = async () => {
    setEnCours(true)
    setRefus(undefined)
    const reponse = await essayer(api.copieEnClair.ecrire({ phrase }))
    setEnCours(false)
    if (reponse.ok) {
      useCopie.setState({ faite: reponse.value })
      setPhrase('')
      setCompris(false)
      setManque(false)
    } else if (reponse.erreur.code !== 'annule') setRefus(texteErreur(reponse.erreur))
  }
  const valider = (event: React.SubmitEvent) => {
    event.preventDefault()
    setManque(!compris)
    setRefus(phrase === '' ? 'Tapez votre phrase de passe.' : undefined)
    if (compris && phrase !== '') void ecrire()
  }
  return (
    <Paper withBorder p="md" component="section" aria-label="Écrire la copie">
      <form noValidate onSubmit={valider}>
        <Stack gap="sm" align="flex-start">
          <PhraseRedemandee phrase={phrase} changer={setPhrase} refus={refus} />
          <Checkbox
            label="J’ai compris : ce dossier sera lisible par qui l’ouvre"
            checked={compris}
            error={manque && !compris ? 'Cochez pour dire que vous l’avez lu.' : undefined}
            aria-invalid={manque && !compris}
            onChange={(e) => setCompris(e.currentTarget.checked)}
          />
          <Button type="submit" loading={enCours}>
            Choisir un dossier et écrire la copie…
          </Button>
        </Stack>
      </form>
    </Paper>
  )
}

const Faite = () => {
  const { faite } = useCopie()
  return (
    <div aria-live="polite">
      {faite !== null && (
        <Alert variant="light" icon={<IconCheck aria-hidden />} title="Copie écrite">
          <Text>
            {faite.tables.toLocaleString('fr')} tables, {faite.lignes.toLocaleString('fr')} lignes, dans :
          </Text>
          <Code>{faite.dossier}</Code>
          <Text mt="xs">Commencez par LISEZ-MOI.txt. Détruisez cette copie dès qu’elle a servi.</Text>
        </Alert>
      )}
    </div>
  )
}
