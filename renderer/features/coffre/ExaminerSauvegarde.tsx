import { Alert, Button, Checkbox, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { api, essayer } from '#app/api.ts'
import { texteErreur } from '#app/messages.ts'
import { jourEtHeure } from '#app/sauvegardes.ts'
import type { ExamenSauvegarde, SauvegardeTrouvee } from '#shared/ipc/contract/sauvegardes.ts'
import { prendreFocus } from '#ui/focus.ts'
import { ChampSecret } from '#ui/ChampSecret.tsx'
import { Restauree } from './Restauree.tsx'
import { Volet } from './Volet.tsx'

type Props = {
  readonly sauvegarde: SauvegardeTrouvee
  readonly onRetour: () => void
  readonly onFin: () => void
}

/** Second step: the secret opens the backup, which is read whole; then it says what it holds and what it would replace. */
export const ExaminerSauvegarde = ({ sauvegarde, onRetour, onFin }: Props) => {
  const [parCode, setParCode] = useState(false)
  const [secret, setSecret] = useState('')
  const [examen, setExamen] = useState<ExamenSauvegarde>()
  const [refus, setRefus] = useState<string>()
  const [malgre, setMalgre] = useState(false)
  const [enCours, setEnCours] = useState(false)
  const [faite, setFaite] = useState<string>()
  const ouverture = { id: sauvegarde.id, genre: parCode ? 'secours' : 'phrase', secret } as const

  const tenter = async <T,>(appel: ReturnType<typeof essayer<T>>, suite: (valeur: T) => void) => {
    setEnCours(true)
    const reponse = await appel
    setEnCours(false)
    setRefus(undefined)
    if (reponse.ok) suite(reponse.value)
    else if (reponse.erreur.code !== 'annule') setRefus(texteErreur(reponse.erreur))
  }
  const examiner = (event: React.SubmitEvent) => {
    event.preventDefault()
    if (secret !== '') void tenter(essayer(api.restauration.examiner(ouverture)), setExamen)
  }
  const remplacer = () =>
    tenter(essayer(api.restauration.remplacer({ ...ouverture, malgrePlusRecent: malgre })), ({ misDeCote }) =>
      setFaite(misDeCote === null ? '' : `Le coffre d’avant est mis de côté, entier : ${misDeCote}`),
    )
  const placerAilleurs = () =>
    tenter(essayer(api.restauration.placerAilleurs(ouverture)), ({ dossier }) =>
      setFaite(`Le coffre restauré est dans : ${dossier}. Celui de ce poste n’a pas changé.`),
    )

  if (faite !== undefined) return <Restauree suite={faite} faiteLe={sauvegarde.faiteLe} onFin={onFin} />
  return (
    <Volet titre="Vérifier la sauvegarde">
      <Text>Sauvegarde du {jourEtHeure(sauvegarde.faiteLe)}.</Text>
      {examen === undefined ? (
        <form onSubmit={examiner}>
          <Stack gap="md">
            <ChampSecret
              key={ouverture.genre}
              ref={prendreFocus}
              label={parCode ? 'Code de secours' : 'Phrase de passe'}
              description="Celle du coffre. Sur une clé ou un disque resté débranché, ce peut être celle d’avant."
              autoComplete="off"
              maxLength={1000}
              value={secret}
              onChange={(e) => setSecret(e.currentTarget.value)}
              error={refus}
            />
            <Checkbox
              label="Utiliser le code de secours"
              checked={parCode}
              onChange={(e) => setParCode(e.currentTarget.checked)}
            />
            <Group justify="space-between">
              <Button variant="subtle" onClick={onRetour}>
                Retour
              </Button>
              <Button type="submit" loading={enCours}>
                Vérifier
              </Button>
            </Group>
          </Stack>
        </form>
      ) : (
        <Stack gap="md">
          <Text>
            Elle est intacte et se relit entièrement : <strong>{compter(examen.personnes, 'personne')}</strong>,{' '}
            <strong>{compter(examen.entretiens, 'entretien')}</strong>
            {examen.dernierEcrit === null ? '' : `, dernière écriture le ${jourEtHeure(examen.dernierEcrit)}`}.
          </Text>
          <Alert color={aAccorder(examen) ? 'alerte' : 'gray'} variant="light">
            <Text>{presents[examen.present]}</Text>
            {aAccorder(examen) && (
              <Checkbox
                mt="xs"
                label="Remplacer quand même ; le coffre actuel sera mis de côté"
                checked={malgre}
                onChange={(e) => setMalgre(e.currentTarget.checked)}
              />
            )}
          </Alert>
          {refus !== undefined && (
            <Alert color="alerte" role="alert">
              {refus}
            </Alert>
          )}
          <Button loading={enCours} disabled={aAccorder(examen) && !malgre} onClick={() => void remplacer()}>
            Repartir de cette sauvegarde
          </Button>
          <Button variant="default" disabled={enCours} onClick={() => void placerAilleurs()}>
            Restaurer dans un autre dossier…
          </Button>
          <Button variant="subtle" onClick={onRetour}>
            Retour
          </Button>
        </Stack>
      )}
    </Volet>
  )
}

const aAccorder = ({ present }: ExamenSauvegarde): boolean =>
  present === 'plus-recent' || present === 'divergent' || present === 'autre'

const compter = (n: number, mot: string): string => `${n.toLocaleString('fr')} ${mot}${n > 1 ? 's' : ''}`

/** What stands in the folder of the coffre, compared with the backup. */
const presents: Readonly<Record<ExamenSauvegarde['present'], string>> = {
  absent: 'Il n’y a pas de coffre sur ce poste : il sera fait de cette sauvegarde.',
  identique: 'Le coffre de ce poste contient la même chose.',
  'plus-ancien': 'Le coffre de ce poste est plus ancien que cette sauvegarde.',
  'plus-recent':
    'Le coffre de ce poste est plus récent : ce qui y a été noté depuis cette sauvegarde ne sera pas dans le coffre restauré.',
  divergent:
    'Le coffre de ce poste et cette sauvegarde ont été modifiés chacun de leur côté : aucun des deux ne contient tout. Ce qui n’a été noté que sur ce poste ne sera pas dans le coffre restauré.',
  autre: 'Le coffre de ce poste est un autre coffre que celui de cette sauvegarde.',
  illisible: 'Le coffre de ce poste est abîmé ou incomplet. Il sera gardé tel quel, de côté.',
}
