import { Autocomplete, type AutocompleteProps } from '@mantine/core'
import { useMemo } from 'react'
import { filtrer, suivreFrappe } from './options.ts'

/** Under this many letters the first line is under the cursor; beyond, what is typed is meant. */
const LETTRES = 3

type Props = Omit<AutocompleteProps, 'data' | 'filter' | 'value'> & {
  readonly value: string
  /** Offered while typing, in this order. */
  readonly suggestions: readonly string[]
}

/** A text of one's own, with usual ones at hand: a letter then Enter takes the first, anything longer stays as typed. */
export const ChoixLibre = ({ suggestions, value, ...champ }: Props) => {
  const data = useMemo(() => [...new Set(suggestions.filter((s) => s !== ''))], [suggestions])
  const filter = useMemo(() => filtrer(data.map((s) => ({ value: s, label: s }))), [data])
  const court = value.trim().length <= LETTRES
  return (
    <Autocomplete
      openOnFocus={false}
      selectFirstOptionOnChange={court}
      limit={8}
      autoComplete="off"
      spellCheck={false}
      {...champ}
      data={data}
      filter={filter}
      value={value}
      onKeyDownCapture={(event) => suivreFrappe(event, value !== '' && !data.includes(value), true)}
    />
  )
}
