import { Button, Progress, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { abonner } from '#app/api.ts'
import { commencerEssai } from '#app/essai.ts'
import classes from './coffre.module.css'
import { Volet } from './Volet.tsx'

/** Beside making one's own coffre: seeing first, on invented data. */
export const ProposerEssai = ({ onEssayer }: { readonly onEssayer: () => void }) => (
  <section className={classes['essai']} aria-label="Essayer d’abord">
    <Text>Voir d’abord ? Une visite guidée de trois minutes, dans un poste inventé. Il n’en restera rien.</Text>
    <Button variant="default" flex="none" onClick={onEssayer}>
      Essayer avec des données inventées
    </Button>
  </section>
)

type Avance = { readonly fait: number; readonly total: number }

/** How far the invented coffre is, from the moment it is asked; null when nothing is being made. */
export const usePreparation = (): readonly [Avance | null, () => void] => {
  const [avance, setAvance] = useState<Avance | null>(null)
  useEffect(() => abonner('progression', (recue) => setAvance((avant) => (avant === null ? null : recue))), [])
  const essayer = async () => {
    setAvance({ fait: 0, total: 0 })
    if (!(await commencerEssai())) setAvance(null)
  }
  return [avance, () => void essayer()]
}

export const Preparation = ({ fait, total }: Avance) => (
  <Volet titre="Préparation de l’essai">
    <Text>Jalon invente un poste, des personnes et plusieurs années d’entretiens, chiffrés comme les vrais.</Text>
    <Progress
      value={total === 0 ? 5 : 5 + (95 * fait) / total}
      animated
      size="lg"
      aria-label="Préparation des données inventées"
    />
    <Text component="output" c="dimmed">
      {total === 0 ? 'Chiffrement du coffre…' : `${fait} entretiens inventés sur ${total}`}
    </Text>
  </Volet>
)
