import { useEffect, useRef } from 'react'
import { lireDocument } from './lire-document.ts'
import { expliquerMasque } from './Pourquoi.tsx'
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
    expliquerMasquees(corps)
  }, [html])
  useEffect(() => suivreClics(hote.current), [])
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
export const allerAuTableau = (numero: number): void => allerALAncre(`tableau-${numero}`)

/** Scrolls the preview to what others published. */
export const allerAuContexte = (): void => allerALAncre('chiffres-contexte')

const allerALAncre = (ancre: string): void =>
  montrer(document.querySelector('[data-apercu]')?.shadowRoot?.getElementById(ancre))

/** Moves the preview alone: `scrollIntoView` would also move the window around it. */
const montrer = (element: Element | null | undefined): void => {
  const zone = document.querySelector('[data-apercu]')?.parentElement
  if (element == null || zone == null) return
  zone.scrollTop += element.getBoundingClientRect().top - zone.getBoundingClientRect().top - 12
}

/**
 * On screen only: each « s » answers a click, and each table that holds one has a button for the keyboard. Every one of them
 * opens the same explanation.
 */
const expliquerMasquees = (corps: HTMLElement): void => {
  for (const tableau of corps.querySelectorAll('.tableau')) {
    const masquees = [...tableau.querySelectorAll<HTMLElement>('td:not(.texte)')].filter((c) => c.textContent === 's')
    if (masquees.length === 0) continue
    for (const masquee of masquees) masquee.dataset['masquee'] = ''
    const bouton = document.createElement('button')
    bouton.type = 'button'
    bouton.dataset['masquee'] = ''
    bouton.textContent = 'Pourquoi « s » ?'
    tableau.append(bouton)
  }
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

const suivreClics = (element: HTMLElement | null): (() => void) => {
  element?.addEventListener('click', suivreClic)
  return () => element?.removeEventListener('click', suivreClic)
}

const suivreClic = (evenement: Event): void => {
  const masquee = evenement.composedPath().some((c) => c instanceof HTMLElement && c.dataset['masquee'] !== undefined)
  if (masquee) expliquerMasque()
  else suivreLien(evenement)
}

/** Links of the table of contents move the preview instead of the window's address. */
const suivreLien = (evenement: Event): void => {
  const lien = evenement.composedPath().find((cible) => cible instanceof HTMLAnchorElement)
  if (lien === undefined) return
  evenement.preventDefault()
  const racine = lien.getRootNode()
  if (racine instanceof ShadowRoot) montrer(racine.getElementById(lien.hash.slice(1)))
}
