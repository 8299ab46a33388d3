import { useEffect, useRef } from 'react'
import { lireDocument } from './lire-document.ts'
import classes from './bilans.module.css'

/** The page that will be printed, in a shadow tree of its own: its rules never meet the application's, nor the reverse. */
export const ApercuImprime = ({ html, occupe }: { readonly html: string; readonly occupe: boolean }) => {
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
  }, [html])
  useEffect(() => suivreLiens(hote.current), [])
  return (
    <section
      className={classes['apercu']}
      aria-label="Aperçu du bilan, tel qu’il sera imprimé"
      aria-busy={occupe}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reached by keyboard
      tabIndex={0}
    >
      <div ref={hote} className={classes['feuille']} data-apercu />
    </section>
  )
}

/** Scrolls the preview to its table of that number, as the printed page counts them. */
export const allerAuTableau = (numero: number): void =>
  montrer(document.querySelector('[data-apercu]')?.shadowRoot?.getElementById(`tableau-${numero}`))

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
`)

const suivreLiens = (element: HTMLElement | null): (() => void) => {
  element?.addEventListener('click', suivreLien)
  return () => element?.removeEventListener('click', suivreLien)
}

/** Links of the table of contents move the preview instead of the window's address. */
const suivreLien = (evenement: Event): void => {
  const lien = evenement.composedPath().find((cible) => cible instanceof HTMLAnchorElement)
  if (lien === undefined) return
  evenement.preventDefault()
  const racine = lien.getRootNode()
  if (racine instanceof ShadowRoot) montrer(racine.getElementById(lien.hash.slice(1)))
}
