import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconShieldSearch } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { champsRefus, messageErreur, raisonRefus } from '#shared/erreurs/messages.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import { Issues } from './Issues.tsx'
import { phraseOptimum, phraseRegroupement, phraseVerdict } from './presenter.ts'
import { abandonner, controler } from './publication.ts'
import { useRegistre } from './registre.ts'
import { useBilans } from './store.ts'

/** Runs the whole preparation, says how far it is, then what it found. */
export const ControleBilan = () => {
  const { occupe, verdict } = useBilans()
  return (
    <Stack gap="sm">
      <Button
        variant={verdict === null ? 'filled' : 'default'}
        leftSection={<IconShieldSearch size={16} aria-hidden />}
        disabled={occupe !== null}
        data-controler
        onClick={() => void controler()}
      >
        Contrôler et préparer la publication
      </Button>
      {occupe === 'controle' && (
        <Avancement texte="Recherche du masquage le plus léger… puis contrôle : peut-on retrouver une case masquée par le calcul ?" />
      )}
      <div aria-live="polite" tabIndex={-1} data-conclusion>
        {occupe !== 'controle' && <Conclusion />}
      </div>
    </Stack>
  )
}

/** How far a long work is, and the way to give it up. Only the sentence is read aloud: the count changes all the time. */
export const Avancement = ({ texte }: { readonly texte: string }) => {
  const { progression } = useBilans()
  const { etape = '', fait = 0, total = 0 } = progression ?? {}
  return (
    <Stack gap={6}>
      <Text component="output" size="sm">
        {texte}
      </Text>
      <Progress value={total === 0 ? 0 : (100 * fait) / total} size="sm" aria-label="Avancement" />
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" c="dimmed">
          {etape}
        </Text>
        <Button variant="subtle" flex="none" onClick={() => void abandonner()}>
          Abandonner
        </Button>
      </Group>
    </Stack>
  )
}

const Conclusion = () => {
  const { verdict, echec, apercu, mode } = useBilans()
  if (echec !== null)
    return (
      <Alerte texte={messageErreur(echec)}>
        <Issues refus={null} />
      </Alerte>
    )
  const refus = verdict === null ? (apercu?.refus ?? null) : verdict.refus
  if (refus !== null)
    return (
      <Alerte texte={raisonRefus(champsRefus(refus))}>
        <Issues refus={refus} />
      </Alerte>
    )
  if (verdict === null) return null
  const details = [phraseOptimum(verdict, mode), phraseRegroupement(verdict, mode)].filter((p) => p !== null)
  return (
    <Alert role="note" variant="light" icon={<IconCheck aria-hidden />} data-verdict>
      <Text size="sm">{phraseVerdict(verdict, mode)}</Text>
      {details.map((phrase) => (
        <Text key={phrase} size="sm" mt={4}>
          {phrase}
        </Text>
      ))}
      <DejaPublie edition={verdict.edition} />
    </Alert>
  )
}

const Alerte = ({ texte, children }: { readonly texte: string; readonly children: ReactNode }) => (
  <Alert
    role="note"
    color="alerte"
    variant="light"
    icon={<IconAlertTriangle aria-hidden />}
    title="Que faire ?"
    data-refus
  >
    <Text size="sm">{texte}</Text>
    {children}
  </Alert>
)

const DejaPublie = ({ edition }: { readonly edition: string | null }) => {
  const publiee = useRegistre((s) => s.editions?.find((e) => e.id === edition))
  if (publiee === undefined) return null
  return (
    <Text size="sm" mt={4}>
      Ce bilan est déjà publié, tel quel, depuis le {dateFrancaise(publiee.creeeLe.slice(0, 10))}. Le publier à nouveau
      redonne les mêmes fichiers, à l’octet près.
    </Text>
  )
}
