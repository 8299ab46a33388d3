import type { ComboboxParsedItem, OptionsFilter } from '@mantine/core'
import { normaliser } from '#shared/utils/texte.ts'
import { focusSuivant } from './focus.ts'

/** One line of a closed list: `mots` are other spellings that find it. */
export type Option = {
  readonly value: string
  readonly label: string
  readonly groupe?: string | undefined
  readonly mots?: readonly string[]
}

/** Options as Mantine takes them: under their group when they have one, groups in order of first appearance. */
export const grouper = (options: readonly Option[]) => {
  if (options.every((o) => o.groupe === undefined)) return options.map(({ value, label }) => ({ value, label }))
  return [...Map.groupBy(options, (o) => o.groupe ?? 'Autres')].map(([group, items]) => ({
    group,
    items: items.map(({ value, label }) => ({ value, label })),
  }))
}

/** While typing: accents ignored, other spellings accepted, labels that start with the text first, groups dropped. */
export const filtrer =
  (options: readonly Option[]): OptionsFilter =>
  ({ options: montrees, search }) => {
    const tape = normaliser(search)
    if (tape === '') return montrees
    const clefs = new Map(options.map((o) => [o.value, [o.label, ...(o.mots ?? [])].map(normaliser)]))
    const rang = (value: string): number => {
      const [libelle = '', ...mots] = clefs.get(value) ?? []
      if (libelle.startsWith(tape)) return 0
      if (libelle.includes(` ${tape}`)) return 1
      if (mots.some((mot) => mot.startsWith(tape))) return 2
      return libelle.includes(tape) ? 3 : 4
    }
    return aplatir(montrees)
      .map((option) => ({ option, rang: rang(option.value) }))
      .filter((o) => o.rang < 4)
      .toSorted((a, b) => a.rang - b.rang)
      .map((o) => o.option)
  }

const aplatir = (options: readonly ComboboxParsedItem[]) => options.flatMap((o) => ('items' in o ? o.items : [o]))

/** The most frequent answers first, as a group of their own; a short list keeps its order, which the hand knows. */
export const parHabitude = (options: readonly Option[], frequentes: readonly string[]): readonly Option[] => {
  const premieres = frequentes.filter((code) => options.some((o) => o.value === code)).slice(0, PREMIERES)
  if (options.length <= COURTE || premieres.length === 0) return options
  const parCode = new Map(options.map((o) => [o.value, o]))
  return [
    ...premieres.flatMap((code) => {
      const option = parCode.get(code)
      return option === undefined ? [] : [Object.assign({}, option, { groupe: 'Les plus fréquentes' })]
    }),
    ...options.filter((o) => !premieres.includes(o.value)),
  ]
}

const PREMIERES = 5
const COURTE = 7

/**
 * As in a spreadsheet: in a list being typed in, Tab takes the line under the cursor; Enter takes it, and in a form goes on
 * to the next field. Heard before Mantine, whose own Enter misses the line when keys come faster than it draws.
 */
export const suivreFrappe = (event: React.KeyboardEvent<HTMLInputElement>, tape: boolean, avance: boolean): void => {
  const champ = event.currentTarget
  const liste = champ.getAttribute('aria-controls')
  const ligne = document.querySelector<HTMLElement>(`[id="${liste ?? ''}"] [data-combobox-selected]`)
  if (ligne === null) return
  if (event.key === 'Tab' && tape && !event.shiftKey) ligne.click()
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
  ligne.click()
  // Ctrl+Enter also saves: the form must hear it.
  if (event.ctrlKey || event.metaKey) return
  event.preventDefault()
  event.stopPropagation()
  if (avance && champ.form !== null) requestAnimationFrame(() => focusSuivant(champ.form, champ))
}

/** Enter in a field that takes several answers and where nothing is being typed: goes on, Ctrl+Enter saves. */
export const passer = (event: React.KeyboardEvent<HTMLInputElement>): void => {
  const champ = event.currentTarget
  if (champ.form === null) return
  event.preventDefault()
  // Mantine would take the first line of the list once more.
  event.stopPropagation()
  const { key, ctrlKey, metaKey } = event
  if (ctrlKey || metaKey)
    champ.form.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey, metaKey, bubbles: true, cancelable: true }))
  else focusSuivant(champ.form, champ)
}
