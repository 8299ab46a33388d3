import { Alert, Checkbox, Text } from '@mantine/core'
import { useMemo } from 'react'
import { libellesIndice, semblerNominatif } from '#shared/domaine/observatoire/sembler-nominatif.ts'
import { useObservatoire } from './store.ts'

/** What in a text looks like a person; the text may be kept once whoever typed it says that it designates nobody. */
export const Avertissement = (props: {
  readonly texte: string
  readonly relu: boolean
  readonly erreur?: string | null
  readonly onRelire: (relu: boolean) => void
}) => {
  const secteurs = useObservatoire((s) => s.secteurs)
  const { texte } = props
  const indices = useMemo(
    () =>
      semblerNominatif(
        texte,
        (secteurs ?? []).map((s) => s.nom),
      ),
    [texte, secteurs],
  )
  if (indices.length === 0) return null
  return (
    <Alert color="alerte" title="Ce texte semble désigner quelqu’un" role="alert" p="xs">
      {indices.map(({ raison, extrait }) => (
        <Text key={`${raison} ${extrait}`} size="sm">
          « {extrait} » : {libellesIndice[raison]}.
        </Text>
      ))}
      <Checkbox
        mt={6}
        ml={3}
        mb={3}
        label="J’ai relu : ce texte ne désigne personne"
        checked={props.relu}
        error={props.erreur}
        aria-invalid={typeof props.erreur === 'string'}
        onChange={(e) => props.onRelire(e.currentTarget.checked)}
      />
    </Alert>
  )
}

/** Whether a text waits to be read again, by the names of the sectors known here. */
export const attendRelecture = (texte: string, relu: boolean): boolean =>
  !relu &&
  semblerNominatif(
    texte,
    (useObservatoire.getState().secteurs ?? []).map((s) => s.nom),
  ).length > 0
