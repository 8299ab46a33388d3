import { MultiSelect, type MultiSelectProps } from '@mantine/core'
import { useMemo, useRef, useState } from 'react'
import { filtrer, grouper, type Option, passer, suivreFrappe } from './options.ts'

export type ChoixListesProps = Omit<MultiSelectProps, 'data' | 'filter' | 'value' | 'onChange'> & {
  readonly options: readonly Option[]
  readonly value: readonly string[]
  readonly onChange: (value: string[]) => void
}

/** Same as ChoixListe where several answers are possible: Enter takes one and stays, a second one goes on; Backspace removes the last. */
export const ChoixListes = ({ options, value, onChange, ...champ }: ChoixListesProps) => {
  const [recherche, setRecherche] = useState('')
  const fleche = useRef(false)
  const data = useMemo(() => grouper(options), [options])
  const filter = useMemo(() => filtrer(options), [options])
  return (
    <MultiSelect
      searchable
      openOnFocus={false}
      selectFirstOptionOnChange
      maxDropdownHeight={320}
      {...champ}
      data={data}
      filter={filter}
      value={[...value]}
      onChange={onChange}
      searchValue={recherche}
      onSearchChange={setRecherche}
      onKeyDownCapture={(event) => {
        const { key, nativeEvent } = event
        if (key === 'Enter' && recherche === '' && !fleche.current && !nativeEvent.isComposing) passer(event)
        else suivreFrappe(event, recherche !== '', false)
        fleche.current = key === 'ArrowDown' || key === 'ArrowUp'
      }}
    />
  )
}
