import { Alert, Button, Code, Text } from '@mantine/core'
import { rafraichirSession } from '#app/session.ts'
import { prendreFocus } from '#ui/focus.ts'
import type { EtatCoffre } from '#shared/ipc/contract/coffre.ts'
import { Volet } from './Volet.tsx'

type EtatSansIssue = Exclude<EtatCoffre['etat'], 'absent' | 'verrouille' | 'ouvert'>

/** A coffre that cannot be opened here: says why and what to do. Nothing is ever repaired or made again silently. */
export const Impasse = (props: {
  readonly etat: EtatSansIssue
  readonly emplacement: string
  readonly onRepartir: () => void
}) => {
  const { titre, cause, conseil } = textes[props.etat]
  return (
    <Volet titre={titre}>
      <Alert color="alerte" variant="light">
        {cause}
      </Alert>
      <Text>{conseil}</Text>
      <Text size="xs" c="dimmed">
        Dossier : <Code>{props.emplacement}</Code>
      </Text>
      <Button variant="default" onClick={() => void rafraichirSession()} ref={prendreFocus}>
        Vérifier à nouveau
      </Button>
      {(props.etat === 'incomplet' || props.etat === 'illisible') && (
        <Button variant="default" onClick={props.onRepartir}>
          Repartir d’une sauvegarde
        </Button>
      )}
    </Volet>
  )
}

const textes: Readonly<
  Record<EtatSansIssue, { readonly titre: string; readonly cause: string; readonly conseil: string }>
> = {
  incomplet: {
    titre: 'Le coffre est incomplet',
    cause: 'Un des fichiers du coffre manque. Jalon n’a rien recréé ni modifié.',
    conseil:
      'Remettez le fichier manquant à sa place, ou restaurez le dossier depuis une sauvegarde, puis vérifiez à nouveau.',
  },
  illisible: {
    titre: 'Le coffre est illisible',
    cause: 'Les fichiers du coffre sont là mais ne peuvent pas être lus. Jalon n’a rien recréé ni modifié.',
    conseil:
      'Copiez d’abord le dossier ailleurs. Vérifiez qu’un autre programme ne l’utilise pas, puis restaurez une sauvegarde si besoin.',
  },
  'version-future': {
    titre: 'Ce coffre est plus récent que Jalon',
    cause: 'Il a été utilisé par une version plus récente de Jalon. Il n’a pas été touché.',
    conseil: 'Installez la dernière version de Jalon sur cet ordinateur, puis rouvrez le coffre.',
  },
  'emplacement-refuse': {
    titre: 'Ce dossier ne convient pas',
    cause:
      'Le coffre se trouverait sur un lecteur réseau ou dans un dossier synchronisé (OneDrive, Nextcloud…) : deux ordinateurs écriraient en même temps et l’abîmeraient.',
    conseil: 'Déplacez le dossier sur le disque de cet ordinateur ou sur une clé USB, puis vérifiez à nouveau.',
  },
}
