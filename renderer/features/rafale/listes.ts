import type { Question } from '#shared/domaine/import/questions.ts'
import { SEPARATEUR } from '#shared/domaine/rafale/colonnes.ts'
import { type Option, parHabitude } from '#ui/options.ts'

/** Lines of the list of a cell, by their labels: what is typed there is what a spreadsheet would hold. */
export const optionsDeCellule = ({ liste }: Question, frequentes: readonly string[]): readonly Option[] => {
  const modalites = (liste?.modalites ?? []).filter((m) => m.masquee !== true)
  const parCode = new Map(modalites.map((m) => [m.libelle, m]))
  const options = modalites.map(({ code, libelle }) => ({ value: code, label: libelle }))
  return parHabitude(options, frequentes).map(({ label }) => ({
    value: label,
    label,
    mots: parCode.get(label)?.synonymes ?? [],
  }))
}

/** A cell that takes several answers is typed one after the other: what is already there, and what is being typed. */
export const separer = (texte: string, multiple: boolean): { readonly avant: string; readonly tape: string } => {
  const coupe = multiple ? texte.lastIndexOf(';') : -1
  return coupe === -1
    ? { avant: '', tape: texte }
    : { avant: `${texte.slice(0, coupe).trim()}${SEPARATEUR}`, tape: texte.slice(coupe + 1).trim() }
}

/** Takes the line under the cursor of the list of this field, if there is one. */
export const prendreLigne = (champ: HTMLInputElement): void => {
  const liste = champ.getAttribute('aria-controls')
  document.querySelector<HTMLElement>(`[id="${liste ?? ''}"] [data-combobox-selected]`)?.click()
}
