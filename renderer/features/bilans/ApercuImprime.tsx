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

/** Scrolls the preview to its nth table. */
export const allerAuTableau = (id: string): void => {
  const arbre = document.querySelector('[data-apercu]')?.shadowRoot
  arbre?.getElementById(id)?.scrollIntoView({ block: 'start' })
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
  allerAuTableau(decodeURIComponent(lien.hash.slice(1)))
}
