/** A `ref` for the field where typing starts when a screen opens. */
export const prendreFocus = (element: HTMLElement | null): void => element?.focus()

/** Gives the focus to what `trouver` finds. After an `await`, React may draw it some frames later: it is looked for again. */
export const viser = (trouver: () => HTMLElement | null, images = 30): void => {
  requestAnimationFrame(() => {
    const element = trouver()
    if (element !== null) element.focus()
    else if (images > 0) viser(trouver, images - 1)
  })
}

/** Gives the focus to what the selector finds, once shown, if what held it went away: else the keyboard starts from nowhere. */
export const reprendreFocus = (selecteur: string): void => {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) document.querySelector<HTMLElement>(selecteur)?.focus()
  })
}

const ATTEIGNABLES = 'input:not([type="hidden"]), textarea, select, button, a[href], [tabindex]:not([tabindex="-1"])'

/** Already answered as last time, or rarely needed: Tab stops there, Enter goes past. */
const PASSES = '[data-repris], [data-passer]'

/** Gives the focus to what comes after `element` inside `zone` and is still to be filled. */
export const focusSuivant = (zone: Element | null, element: Element | null): void => {
  const champs = [...(zone?.querySelectorAll<HTMLElement>(ATTEIGNABLES) ?? [])].filter(
    (e) => e.tabIndex >= 0 && !e.hasAttribute('disabled') && e.offsetParent !== null,
  )
  const rang = champs.findIndex((e) => e === element)
  const suite = champs.slice(rang + 1)
  const suivant = suite.find((e) => !e.matches(PASSES)) ?? suite[0]
  suivant?.focus()
  // As Tab does: what is typed next replaces what is there.
  if (suivant instanceof HTMLInputElement) suivant.select()
}
