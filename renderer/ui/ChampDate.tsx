import { ActionIcon, Popover, TextInput, type TextInputProps } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { useDisclosure } from '@mantine/hooks'
import { IconCalendar } from '@tabler/icons-react'
import dayjs from 'dayjs'
import { ecrireDate, lireDate } from './lire-date.ts'

export type ChampDateProps = Omit<TextInputProps, 'value' | 'onChange'> & {
  /** As typed: what cannot be read yet is kept as it is. */
  readonly value: string
  readonly onChange: (texte: string) => void
  readonly aujourdhui: string
}

/** A date typed by hand first (« 9/3/2012 », « +7 »), written in full when the field is left; a calendar for the mouse. */
export const ChampDate = ({ value, onChange, aujourdhui, onBlur, ...champ }: ChampDateProps) => {
  const [ouvert, calendrier] = useDisclosure(false)
  const date = lireDate(value, aujourdhui)
  const calendrierDeroulant = (
    <Popover position="bottom-end" opened={ouvert} onChange={calendrier.close} trapFocus returnFocus withinPortal>
      <Popover.Target>
        <ActionIcon color="gray" tabIndex={-1} aria-label="Ouvrir le calendrier" onClick={calendrier.toggle}>
          <IconCalendar size={16} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <DatePicker
          value={date ?? null}
          defaultDate={date ?? aujourdhui}
          onChange={(choisie) => {
            onChange(ecrireDate(choisie))
            calendrier.close()
          }}
        />
      </Popover.Dropdown>
    </Popover>
  )
  return (
    <TextInput
      placeholder="jj/mm/aaaa"
      autoComplete="off"
      maxLength={20}
      {...champ}
      value={value}
      onChange={(e) => onChange(e.currentTarget.value)}
      onBlur={(e) => {
        if (date !== undefined) onChange(ecrireDate(date))
        onBlur?.(e)
      }}
      title={date === undefined ? undefined : dayjs(date).format('dddd D MMMM YYYY')}
      rightSection={calendrierDeroulant}
    />
  )
}
