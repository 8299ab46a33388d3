import { Checkbox, Stack } from '@mantine/core'
import { useId } from 'react'
import { Dispositifs } from '#shared/domaine/communs.ts'
import { type CodeDispositif, codesDispositif, dispositifs } from '#shared/domaine/dispositifs/index.ts'

/** The jobs that a coffre is kept for, several being possible. */
export const ChoixMetiers = (props: {
  readonly label: string
  readonly description: string
  readonly choisis: readonly CodeDispositif[]
  readonly onChange: (choisis: readonly CodeDispositif[]) => void
  readonly error?: string | undefined
  /** Those offered; every one that Jalon knows when absent. */
  readonly parmi?: readonly CodeDispositif[]
  /** The last one cannot be taken away. */
  readonly auMoinsUn?: boolean
}) => {
  const id = useId()
  const { choisis, onChange, error, parmi = codesDispositif, auMoinsUn = false } = props
  return (
    <Checkbox.Group
      id={id}
      label={props.label}
      description={props.description}
      value={[...choisis]}
      onChange={(codes) => onChange(Dispositifs.or(aucun).parse(codes))}
      error={error}
    >
      <Stack gap="xs" mt="xs" mb={error === undefined ? 0 : 4}>
        {parmi.map((code) => (
          <Checkbox
            key={code}
            value={code}
            label={dispositifs[code].libelle}
            aria-invalid={error !== undefined}
            {...(error === undefined ? {} : { 'aria-describedby': `${id}-error` })}
            disabled={auMoinsUn && choisis.length === 1 && choisis[0] === code}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  )
}

const aucun = Dispositifs.min(0)
