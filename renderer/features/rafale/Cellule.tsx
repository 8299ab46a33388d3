import { Autocomplete, TextInput } from '@mantine/core'
import { useMemo, useRef } from 'react'
import { useFrequences } from '#app/frequences.ts'
import type { Question } from '#shared/domaine/import/questions.ts'
import { filtrer } from '#ui/options.ts'
import { optionsDeCellule, separer } from './listes.ts'

type Props = {
  readonly question: Question
  readonly nom: string
  readonly texte: string
  readonly onTexte: (texte: string) => void
}

/** The cell being typed in: a list filtered by letters, or a text. */
export const Cellule = (props: Props) =>
  props.question.liste === undefined && props.question.champ !== 'commune' ? <Texte {...props} /> : <Liste {...props} />

const Texte = ({ nom, texte, onTexte }: Props) => (
  <TextInput
    variant="unstyled"
    aria-label={nom}
    autoComplete="off"
    spellCheck={false}
    maxLength={2000}
    value={texte}
    onChange={(e) => onTexte(e.currentTarget.value)}
  />
)

const Liste = ({ question, nom, texte, onTexte }: Props) => {
  const frequentes = useFrequences((s) => s.valeurs[question.champ])
  const communes = useFrequences((s) => s.communes)
  const choisie = useRef<string | null>(null)
  const options = useMemo(
    () =>
      question.liste === undefined
        ? communes.map((c) => ({ value: c, label: c }))
        : optionsDeCellule(question, frequentes ?? []),
    [question, frequentes, communes],
  )
  const { avant, tape } = separer(texte, question.multiple)
  const filtre = useMemo(() => filtrer(options), [options])
  return (
    <Autocomplete
      variant="unstyled"
      aria-label={nom}
      openOnFocus={false}
      // A commune that is not known yet is typed whole: beyond three letters, it is what is meant.
      selectFirstOptionOnChange={question.liste !== undefined || texte.length <= 3}
      autoComplete="off"
      spellCheck={false}
      maxLength={2000}
      comboboxProps={{ width: 320, position: 'bottom-start' }}
      data={options.map((o) => o.label)}
      filter={({ options: montrees, limit }) => filtre({ options: montrees, search: tape, limit })}
      value={texte}
      onOptionSubmit={(label) => {
        choisie.current = `${avant}${label}`
      }}
      onChange={(suite) => {
        onTexte(choisie.current ?? suite)
        choisie.current = null
      }}
    />
  )
}
