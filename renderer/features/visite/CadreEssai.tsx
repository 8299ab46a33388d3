import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { IconFlask } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { demanderDepart, quitterEssai, rester, useDepart } from '#app/essai.ts'
import { useSession } from '#app/session.ts'
import { Visite } from './Visite.tsx'
import classes from './visite.module.css'

/** Around every screen of the essai, locked or open: that all of it is invented, the tour, and the way out. */
export const CadreEssai = ({ children }: { readonly children: ReactNode }) => {
  const nomenclature = useSession((s) => s.ouverte?.nomenclature)
  return (
    <div className={classes['cadre']}>
      <aside className={classes['essai']} aria-label="Essai">
        <p className={classes['invente']}>
          <IconFlask size={16} aria-hidden /> Données inventées
        </p>
        {nomenclature?.nature === 'entretiens' ? (
          <Visite key={nomenclature.code} />
        ) : (
          <span className={classes['etape']} />
        )}
        <Button variant="default" size="compact-sm" flex="none" onClick={demanderDepart}>
          Quitter l’essai…
        </Button>
      </aside>
      <div className={classes['ecran']}>{children}</div>
      <Depart />
    </div>
  )
}

const Depart = () => {
  const { demande } = useDepart()
  return (
    <Modal opened={demande} onClose={rester} title="Quitter l’essai ?">
      <Stack gap="sm">
        <Text>
          Le poste inventé sera effacé, avec tout ce que vous y avez noté. Vous reviendrez au premier écran, où créer
          votre coffre.
        </Text>
        <Group gap="sm" justify="flex-end">
          <Button variant="default" onClick={rester} data-autofocus>
            Continuer l’essai
          </Button>
          <Button color="alerte" onClick={() => void quitterEssai()}>
            Effacer et quitter
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
