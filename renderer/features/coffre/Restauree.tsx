import { Button, Text } from '@mantine/core'
import { jourEtHeure } from '#app/sauvegardes.ts'
import { prendreFocus } from '#ui/focus.ts'
import { Volet } from './Volet.tsx'

/** Last step: what was done, and where the former coffre is. */
export const Restauree = (props: { readonly faiteLe: string; readonly suite: string; readonly onFin: () => void }) => (
  <Volet titre="La sauvegarde est restaurée">
    <Text>Le coffre restauré est celui du {jourEtHeure(props.faiteLe)}, relu et complet.</Text>
    {props.suite !== '' && <Text style={{ overflowWrap: 'anywhere' }}>{props.suite}</Text>}
    <Button ref={prendreFocus} onClick={props.onFin}>
      Ouvrir le coffre de ce poste
    </Button>
  </Volet>
)
