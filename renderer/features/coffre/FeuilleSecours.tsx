import { Alert, Button, Group, Text, Title } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useReglages } from '#app/session.ts'
import { prendreFocus } from '#ui/focus.ts'
import classes from './coffre.module.css'
import { ConfirmerSecours } from './ConfirmerSecours.tsx'
import { Volet } from './Volet.tsx'

/** The recovery code, shown this once and printable; the next step asks to type it back. */
export const FeuilleSecours = ({ code }: { readonly code: string }) => {
  const { nom } = useReglages()
  const [note, setNote] = useState(false)
  if (note) return <ConfirmerSecours onRevoir={() => setNote(false)} />
  return (
    <Volet titre="Votre code de secours">
      <Text data-hors-feuille>
        Il ouvre le coffre si la phrase de passe est oubliée. Il n’est montré <strong>que maintenant</strong> : imprimez
        cette feuille ou recopiez-la, puis rangez-la loin de l’ordinateur, sous enveloppe fermée.
      </Text>
      <section className={classes['feuille']} data-feuille aria-label="Feuille de secours">
        <Title order={2}>Code de secours du coffre « {nom} »</Title>
        <p className={classes['code']} data-testid="code-secours">
          {code.split('-').map((groupe, i) => (
            // oxlint-disable-next-line react/no-array-index-key -- two groups may be equal, and none ever moves
            <span key={i}>{groupe}</span>
          ))}
        </p>
        <ul className={classes['consignes']}>
          <li>Sur l’écran d’ouverture de Jalon, choisissez « J’ai oublié ma phrase de passe ».</li>
          <li>Tapez ce code, puis une nouvelle phrase de passe. Les tirets et les majuscules sont facultatifs.</li>
          <li>Qui détient ce code et l’ordinateur peut tout lire : confiez-le comme une clé.</li>
        </ul>
      </section>
      <Alert color="alerte" variant="light" data-hors-feuille>
        Ne le photographiez pas et ne l’envoyez pas par courriel.
      </Alert>
      <Group justify="space-between" data-hors-feuille>
        <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()}>
          Imprimer la feuille
        </Button>
        <Button onClick={() => setNote(true)} ref={prendreFocus}>
          Je l’ai noté, continuer
        </Button>
      </Group>
    </Volet>
  )
}
