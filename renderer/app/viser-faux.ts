/**
 * After a refused form, gives the keyboard to its first field at fault, whose message is then read aloud; an answer that comes
 * later too, unless a key or a click came first. Gives back what stops it.
 */
export const viserFaux = (): (() => void) => {
  let envoye: HTMLFormElement | undefined
  const observateur = new MutationObserver(() => viser())
  const oublier = (): void => {
    envoye = undefined
    observateur.disconnect()
  }
  const viser = (): void => {
    const faux = premierFaux(envoye)
    if (faux === undefined) return
    oublier()
    faux.focus()
  }
  const surEnvoi = ({ target }: SubmitEvent): void => {
    if (!(target instanceof HTMLFormElement)) return
    envoye = target
    observateur.observe(document.body, { subtree: true, childList: true, attributeFilter: ['aria-invalid'] })
    // What was wrong before and no longer is has been drawn right by then.
    requestAnimationFrame(viser)
  }
  document.addEventListener('submit', surEnvoi)
  for (const geste of gestes) document.addEventListener(geste, oublier, true)
  return () => {
    oublier()
    document.removeEventListener('submit', surEnvoi)
    for (const geste of gestes) document.removeEventListener(geste, oublier, true)
  }
}

/** Whoever went on is not called back. */
const gestes = ['keydown', 'pointerdown'] as const

/** In the order of the page, the fields that the form only names with their `form` attribute included. */
const premierFaux = (form: HTMLFormElement | undefined): HTMLElement | undefined =>
  form === undefined
    ? undefined
    : [...form.elements].filter((e) => e instanceof HTMLElement).find((e) => e.matches('[aria-invalid="true"]:enabled'))
