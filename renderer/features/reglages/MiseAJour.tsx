import { Alert, Button, List, Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { z } from 'zod'
import { api, appeler, essayer } from '#app/api.ts'
import { texteErreur } from '#app/messages.ts'
import type { contract } from '#shared/ipc/contract.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'

type Etat = z.output<typeof contract.miseAJour.etat.output>
type Examen = z.output<typeof contract.miseAJour.examiner.output>

/** A newer version comes as a signed file: on a key, by post, from the service that runs the PCs. Never by a network. */
export const MiseAJour = () => {
  const [etat, setEtat] = useState<Etat>()
  const [examen, setExamen] = useState<Examen>()
  const [refus, setRefus] = useState<string>()
  const [enCours, setEnCours] = useState(false)
  useEffect(() => {
    const lire = async () => setEtat(await appeler(api.miseAJour.etat()))
    void lire()
  }, [])
  const examiner = async () => {
    setEnCours(true)
    const reponse = await essayer(api.miseAJour.examiner())
    setEnCours(false)
    if (!reponse.ok && reponse.erreur.code === 'annule') return
    setExamen(reponse.ok ? reponse.value : undefined)
    setRefus(reponse.ok ? undefined : texteErreur(reponse.erreur))
  }
  if (etat === undefined) return null
  return (
    <Stack maw={620} gap="md">
      <Title order={2}>Mise à jour</Title>
      <Text>Vous utilisez Jalon {etat.version}. Jalon ne cherche jamais de mise à jour sur un réseau.</Text>
      <Text>
        Une nouvelle version vous arrive comme un fichier « .jalonmaj » et son installateur, dans le même dossier.
        Choisissez-le : Jalon vérifie la signature, la version et chaque octet de l’installateur avant de vous le
        montrer.
      </Text>
      {!etat.cle && (
        <Alert color="alerte" variant="light" icon={<IconAlertTriangle aria-hidden />} title="Vérification impossible">
          Cette version a été construite sans la clé de son éditeur : elle refuse tout fichier. Demandez à la personne
          qui vous l’a donnée.
        </Alert>
      )}
      <Button variant="default" w="fit-content" loading={enCours} onClick={() => void examiner()}>
        Choisir un fichier de mise à jour…
      </Button>
      <div aria-live="polite">
        {refus !== undefined && (
          <Alert color="alerte" variant="light" icon={<IconAlertTriangle aria-hidden />} title="Fichier refusé">
            {refus}
          </Alert>
        )}
        {examen !== undefined && <Verifiee examen={examen} />}
      </div>
    </Stack>
  )
}

const Verifiee = ({ examen: { version, publieeLe, nouveautes, installateurs } }: { readonly examen: Examen }) => (
  <Alert variant="light" icon={<IconCheck aria-hidden />} title={`Jalon ${version}, du ${dateFrancaise(publieeLe)}`}>
    <Text mb="xs">Signature, version et contenu sont bons. Son dossier vient de s’ouvrir.</Text>
    {nouveautes !== '' && <Text style={{ whiteSpace: 'pre-line' }}>{nouveautes}</Text>}
    <List type="ordered" mt="xs">
      <List.Item>Faites une sauvegarde (Réglages › Sauvegardes).</List.Item>
      <List.Item>Fermez Jalon.</List.Item>
      <List.Item>
        Lancez {installateurs.map((nom) => `« ${nom} »`).join(' ou ')} : le coffre n’est pas touché.
      </List.Item>
    </List>
  </Alert>
)
