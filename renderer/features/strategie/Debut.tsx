import { Button, Group } from '@mantine/core'
import { IconDownload, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { EtatVide } from '#ui/Ecran.tsx'
import { FormulaireStrategie } from './FormulaireStrategie.tsx'
import { chargerExemple } from './store.ts'
import classes from './strategie.module.css'

/** The two ways to begin, while there is no strategy. */
export const Debut = () => {
  const [nouvelle, setNouvelle] = useState(false)
  if (nouvelle)
    return (
      <div className={classes['debut']}>
        <FormulaireStrategie onFini={() => setNouvelle(false)} />
      </div>
    )
  return (
    <EtatVide titre="Aucune stratégie dans ce coffre">
      Décrivez la vôtre, axe par axe, ou partez d’une stratégie publiée pour voir comment tout s’assemble.
      <Group justify="center" mt="md">
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setNouvelle(true)}>
          Commencer une stratégie
        </Button>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          onClick={() => void chargerExemple()}
        >
          Charger l’exemple d’Aix-en-Provence
        </Button>
      </Group>
    </EtatVide>
  )
}
