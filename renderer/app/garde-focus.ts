/** How many places the keyboard has been are remembered, in a dialog and under it: its opener may go away with its line. */
const MEMOIRE = 8

/** A control greyed while it works comes back; past this, in ms, it is taken for gone. */
const PATIENCE = 400

type Passage = {
  readonly element: HTMLElement
  readonly ancetres: readonly HTMLElement[]
  readonly rang: number
  /** Null under every dialog. */
  readonly dialogue: Element | null
}

/**
 * Never leaves the keyboard nowhere: when what held the focus is removed, hidden or greyed, gives it to what stands at the
 * same place, or to the nearest thing around that is still there. A click on the void is left alone. Gives back what stops it.
 */
export const garderFocus = (): (() => void) => {
  let passages: readonly Passage[] = []
  let attente: ReturnType<typeof setTimeout> | undefined
  const noter = (evenement: FocusEvent): void => {
    // Inside a printed page, which has its own tree, the event only tells the page.
    const [target] = evenement.composedPath()
    if (!(target instanceof HTMLElement)) return
    const ancetres = ancetresDe(target)
    const rang = rangDans(ancetres[0], target)
    const dialogue = target.closest('[role="dialog"]')
    const autres = passages.filter((p) => p.element !== target && p.dialogue?.isConnected !== false)
    passages = sansLesVieux([{ element: target, ancetres, rang, dialogue }, ...autres])
  }
  const verifier = (): void => {
    const [dernier] = passages
    if (dernier === undefined || !estNullePart() || estAtteignable(dernier.element)) return
    clearTimeout(attente)
    attente = setTimeout(() => reprendre(passages), dernier.element.isConnected ? PATIENCE : 0)
  }
  const revenir = (): void => {
    const [dernier] = passages
    if (attente === undefined || dernier === undefined || !estNullePart() || !estAtteignable(dernier.element)) return
    clearTimeout(attente)
    attente = undefined
    dernier.element.focus()
  }
  // What is greyed only loses the keyboard at the next frame.
  let prevu = false
  const observateur = new MutationObserver(() => {
    revenir()
    if (prevu) return
    prevu = true
    requestAnimationFrame(() =>
      setTimeout(() => {
        prevu = false
        verifier()
      }, 60),
    )
  })
  document.addEventListener('focusin', noter)
  observateur.observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['disabled', 'hidden', 'data-disabled', 'style', 'class'],
  })
  return () => {
    clearTimeout(attente)
    observateur.disconnect()
    document.removeEventListener('focusin', noter)
  }
}

/** However long one walks in a dialog, where it was opened from is not forgotten. */
const sansLesVieux = (passages: readonly Passage[]): readonly Passage[] =>
  passages.filter((p, i) => passages.slice(0, i).filter((q) => q.dialogue === p.dialogue).length < MEMOIRE)

const reprendre = (passages: readonly Passage[]): void => {
  if (!estNullePart()) return
  for (const { element, ancetres, rang } of passages) {
    if (estAtteignable(element)) return element.focus()
    for (const ancetre of ancetres.filter((a) => a.isConnected && a !== document.body)) {
      const voisin = voisinSur(atteignables(ancetre), ancetre === ancetres[0] ? rang : 0)
      if (voisin !== undefined) return voisin.focus()
    }
  }
  document.querySelector<HTMLElement>('main')?.focus()
}

/** What took the place, or stands just before it; never what takes something away: one Enter too many would be a loss. */
const voisinSur = (voisins: readonly HTMLElement[], rang: number): HTMLElement | undefined =>
  voisins.slice(rang).find((e) => !retire(e)) ?? voisins.slice(0, rang).findLast((e) => !retire(e))

/** A button that takes away says so first, in its name. */
const retire = (e: HTMLElement): boolean =>
  /^(?:Retirer|Supprimer|Détruire|Effacer|Vider|Purger|Quitter|Mettre à l’écart)/u.test(
    (e.getAttribute('aria-label') ?? e.textContent).trim(),
  )

const estNullePart = (): boolean => document.activeElement === null || document.activeElement === document.body

/** Nearest first, up to the screen or the dialog, whose first field would be far from where one was. */
const ancetresDe = (element: HTMLElement): readonly HTMLElement[] => {
  const parent = element.parentElement
  return parent === null || parent.matches('main, [role="dialog"], body') ? [] : [parent, ...ancetresDe(parent)]
}

const rangDans = (ancetre: HTMLElement | undefined, element: HTMLElement): number =>
  ancetre === undefined ? 0 : Math.max(0, atteignables(ancetre).indexOf(element))

const atteignables = (zone: HTMLElement): readonly HTMLElement[] =>
  [...zone.querySelectorAll<HTMLElement>('input, textarea, select, button, a[href], [tabindex]')].filter(
    (e) => e.tabIndex >= 0 && estAtteignable(e),
  )

const estAtteignable = (element: HTMLElement): boolean =>
  element.isConnected && !element.matches(':disabled') && element.checkVisibility({ visibilityProperty: true })
