import { Button, Text } from '@mantine/core'
import { jourEtHeure } from '#app/sauvegardes.ts'
import { rafraichirSession } from '#app/session.ts'
import { prendreFocus } from '#ui/focus.ts'
import { Volet } from './Volet.tsx'

/** Last step: what was done, and where the former coffre is. */
export const Restauree = ({ faiteLe, suite }: { readonly faiteLe: string; readonly suite: string }) => (
  <Volet titre="La sauvegarde est restaurée">
    <Text>Le coffre restauré est celui du {jourEtHeure(faiteLe)}, relu et complet.</Text>
    {suite !== '' && <Text style={{ overflowWrap: 'anywhere' }}>{suite}</Text>}
    <Button ref={prendreFocus} onClick={() => void quitter()}>
      Ouvrir le coffre de ce poste
    </Button>
  </Volet>
)

const quitter = async (): Promise<void> => {
  await rafraichirSession()
  window.location.reload()
}
