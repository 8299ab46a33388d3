import { useEffect, useRef } from 'react'
import { lireDocument } from './lire-document.ts'
import classes from './page-imprimee.module.css'

type Props = {
  readonly html: string
  readonly libelle: string
  readonly occupe: boolean
  /** Adds to the page what only the screen shows. A constant function. */
  readonly completer?: (corps: HTMLElement) => void
  /** True when the click was answered; else a link of the page moves the preview. A constant function. */
  readonly auClic?: (evenement: Event) => boolean
}

/** The page that will be printed, in a shadow tree of its own: its rules never meet the application's, nor the reverse. */
export const PageImprimee = ({ html, libelle, occupe, completer, auClic }: Props) => {
  const hote = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = hote.current
    if (element === null) return
    const arbre = element.shadowRoot ?? element.attachShadow({ mode: 'open' })
    const { regles, corps } = lireDocument(html)
    const feuille = new CSSStyleSheet()
    feuille.replaceSync(regles)
    arbre.adoptedStyleSheets = [feuille, papier]
    arbre.replaceChildren(corps)
    completer?.(corps)
  }, [html, completer])
  useEffect(() => {
    const element = hote.current
    const suivre = (evenement: Event): void => {
      if (auClic?.(evenement) !== true) suivreLien(evenement)
    }
    element?.addEventListener('click', suivre)
    return () => element?.removeEventListener('click', suivre)
  }, [auClic])
  return (
    <section
      className={classes['apercu']}
      aria-label={libelle}
      aria-busy={occupe}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reached by keyboard
      tabIndex={0}
    >
      <div ref={hote} className={classes['feuille']} data-apercu />
    </section>
  )
}

/** Scrolls the preview to one of its titles. */
export const allerALAncre = (ancre: string): void =>
  montrer(document.querySelector('[data-apercu]')?.shadowRoot?.getElementById(ancre))

/** Moves the preview alone: `scrollIntoView` would also move the window around it. */
const montrer = (element: Element | null | undefined): void => {
  const zone = document.querySelector('[data-apercu]')?.parentElement
  if (element == null || zone == null) return
  zone.scrollTop += element.getBoundingClientRect().top - zone.getBoundingClientRect().top - 12
}

/** A paper page is white whatever the theme, and lies on the grey of the application. */
const papier = new CSSStyleSheet()
papier.replaceSync(`
  :host { display: block; color-scheme: light; }
  body { background: none; }
  .bilan { border: 1px solid #c9d2d6; }
  td[data-masquee] { cursor: help; }
  button[data-masquee] {
    margin: 4px 0 0; padding: 0; border: 0; background: none; color: #0f5c64;
    font: inherit; font-size: 12px; text-decoration: underline; cursor: pointer;
  }
  button[data-masquee]:focus-visible { outline: 2px solid #0f5c64; outline-offset: 2px; }
`)

/** Links of the table of contents move the preview instead of the window's address. */
const suivreLien = (evenement: Event): void => {
  const lien = evenement.composedPath().find((cible) => cible instanceof HTMLAnchorElement)
  if (lien === undefined) return
  evenement.preventDefault()
  const racine = lien.getRootNode()
  if (racine instanceof ShadowRoot) montrer(racine.getElementById(lien.hash.slice(1)))
}
