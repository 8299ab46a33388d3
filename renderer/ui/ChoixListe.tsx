import { Select, type SelectProps } from '@mantine/core'
import { useMemo, useState } from 'react'
import { filtrer, grouper, type Option, suivreFrappe } from './options.ts'

export type ChoixListeProps = Omit<SelectProps, 'data' | 'filter' | 'value' | 'onChange'> & {
  readonly options: readonly Option[]
  readonly value: string | null
  readonly onChange: (value: string | null) => void
}

/** A closed list made for the keyboard: typing opens and filters it, Enter or Tab takes the first line; emptied, it has no answer. */
export const ChoixListe = ({ options, value, onChange, ...champ }: ChoixListeProps) => {
  const [recherche, setRecherche] = useState('')
  const data = useMemo(() => grouper(options), [options])
  const filter = useMemo(() => filtrer(options), [options])
  const choisie = options.find((o) => o.value === value)?.label ?? ''
  return (
    <Select
      searchable
      openOnFocus={false}
      selectFirstOptionOnChange
      allowDeselect={false}
      clearable
      clearButtonProps={{ 'aria-label': 'Effacer', tabIndex: -1 }}
      maxDropdownHeight={320}
      {...champ}
      data={data}
      filter={filter}
      value={value}
      onChange={onChange}
      searchValue={recherche}
      onSearchChange={(texte) => {
        setRecherche(texte)
        if (texte === '' && choisie !== '' && champ.clearable !== false) onChange(null)
      }}
      onKeyDownCapture={(event) => suivreFrappe(event, recherche !== '' && recherche !== choisie, true)}
    />
  )
}
