import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { JOURS_SAUVEGARDES } from '#shared/domaine/conservation/apercu.ts'
import { purger, useConservation } from './conservation.ts'

/** Says what leaves for good and what stays, then asks. */
export const Purger = ({ onFermer }: { readonly onFermer: () => void }) => {
  const apercu = useConservation((s) => s.lue?.apercu)
  const [malgre, setMalgre] = useState(false)
  const [enCours, setEnCours] = useState(false)
  if (apercu === undefined) return null
  const { aTerme, brouillons } = apercu
  const sansBilan = aTerme.filter((l) => l.retenue === 'bilan')
  const partent = aTerme.filter((l) => l.retenue === null || (malgre && l.retenue === 'bilan'))
  const faire = async () => {
    setEnCours(true)
    if (await purger(malgre)) onFermer()
    else setEnCours(false)
  }
  const effaces = partent.filter((l) => l.sort === 'effacement').length
  const anonymises = partent.length - effaces
  return (
    <Modal opened onClose={onFermer} title="Purger ce qui est à terme ?">
      <Stack gap="sm">
        <Text>
          {direDeparts({ anonymises, effaces, brouillons })} <strong>Cela ne se défait pas.</strong>
        </Text>
        <Text>
          Les bilans publiés ne changent pas. Les sauvegardes faites avant la purge restent {JOURS_SAUVEGARDES} jours,
          le temps de vous apercevoir d’une erreur, puis Jalon les supprime, ici et sur le second emplacement. Il ne
          peut rien des copies emportées ailleurs : effacez-les.
        </Text>
        {sansBilan.length > 0 && (
          <Checkbox
            checked={malgre}
            onChange={(e) => setMalgre(e.currentTarget.checked)}
            label={`Effacer aussi ${sansBilan.length > 1 ? `les ${sansBilan.length} dossiers` : 'le dossier'} dont une année n’a pas de bilan publié : cette année ne pourra plus être recomptée.`}
          />
        )}
        <Group gap="sm" justify="flex-end">
          <Button variant="default" onClick={onFermer} data-autofocus>
            Ne rien effacer
          </Button>
          <Button
            color="alerte"
            loading={enCours}
            disabled={partent.length + brouillons === 0}
            onClick={() => void faire()}
          >
            Purger
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

/** « 2 à anonymiser, 1 à effacer. » */
const direDeparts = (n: { readonly anonymises: number; readonly effaces: number; readonly brouillons: number }) => {
  const departs = [
    n.anonymises === 0 ? [] : `${n.anonymises} à anonymiser`,
    n.effaces === 0 ? [] : `${n.effaces} à effacer`,
    n.brouillons === 0 ? [] : `${n.brouillons} ${n.brouillons > 1 ? 'brouillons abandonnés' : 'brouillon abandonné'}`,
  ].flat()
  return departs.length === 0 ? 'Rien ne part pour l’instant.' : `${departs.join(', ')}.`
}
