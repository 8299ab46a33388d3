import { Button, Group, Radio, Stack, Text } from '@mantine/core'
import { useCallback, useEffect, useState } from 'react'
import { api, appeler, essayer } from '#app/api.ts'
import { texteErreur } from '#app/messages.ts'
import { jourEtHeure } from '#app/sauvegardes.ts'
import type { SauvegardeTrouvee } from '#shared/ipc/contract/sauvegardes.ts'
import { ExaminerSauvegarde } from './ExaminerSauvegarde.tsx'
import { Volet } from './Volet.tsx'

type Props = {
  /** Those of a file opened by double click; else the ones of this coffre. */
  readonly ouvertes: readonly SauvegardeTrouvee[] | null
  readonly onRetour: () => void
  readonly onFin: () => void
}

/** First step of starting again: which backup, of this coffre or of a key. */
export const RepartirSauvegarde = ({ ouvertes, onRetour, onFin }: Props) => {
  const [trouvees, setTrouvees] = useState<readonly SauvegardeTrouvee[]>(ouvertes ?? [])
  const [choisie, setChoisie] = useState<string | null>(ouvertes?.[0]?.id ?? null)
  const [examinee, setExaminee] = useState<SauvegardeTrouvee>()
  const [refus, setRefus] = useState<string>()
  const montrer = useCallback((lues: readonly SauvegardeTrouvee[]) => {
    setTrouvees(lues)
    setChoisie(lues[0]?.id ?? null)
    setRefus(undefined)
  }, [])
  useEffect(() => {
    const lister = async () => {
      const lues = await appeler(api.restauration.lister())
      if (lues !== undefined) montrer(lues)
    }
    if (ouvertes === null) void lister()
  }, [montrer, ouvertes])
  const chercher = async () => {
    const reponse = await essayer(api.restauration.chercher())
    if (reponse.ok) montrer(reponse.value)
    else if (reponse.erreur.code !== 'annule') setRefus(texteErreur(reponse.erreur))
  }
  if (examinee !== undefined)
    return <ExaminerSauvegarde sauvegarde={examinee} onRetour={() => setExaminee(undefined)} onFin={onFin} />
  return (
    <Volet titre="Repartir d’une sauvegarde">
      <Text>
        Rien n’est modifié avant la dernière étape, et le coffre actuel n’est jamais effacé : il sera mis de côté.
      </Text>
      {trouvees.length === 0 ? (
        <Text c="dimmed">
          Aucune sauvegarde dans le dossier de ce coffre. Cherchez-la sur votre clé ou votre disque.
        </Text>
      ) : (
        <Radio.Group label="Sauvegarde" value={choisie} onChange={setChoisie}>
          <Stack gap="xs" mt="xs" mah={260} style={{ overflowY: 'auto' }}>
            {trouvees.map((trouvee) => (
              <Radio key={trouvee.id} value={trouvee.id} label={enClair(trouvee)} />
            ))}
          </Stack>
        </Radio.Group>
      )}
      {refus !== undefined && (
        <Text role="alert" c="var(--jalon-alerte-texte)">
          {refus}
        </Text>
      )}
      <Button variant="default" onClick={() => void chercher()}>
        Chercher sur une clé ou un disque…
      </Button>
      <Group justify="space-between">
        <Button variant="subtle" onClick={onRetour}>
          Retour
        </Button>
        <Button disabled={choisie === null} onClick={() => setExaminee(trouvees.find(({ id }) => id === choisie))}>
          Continuer
        </Button>
      </Group>
    </Volet>
  )
}

const enClair = ({ faiteLe, octets, emportee }: SauvegardeTrouvee): string =>
  `${jourEtHeure(faiteLe)}, ${taille(octets)}${emportee ? ' (coffre emporté)' : ''}`

const taille = (octets: number): string =>
  `${(octets / 1_000_000).toLocaleString('fr', { maximumFractionDigits: 1, minimumFractionDigits: 1 })} Mo`
