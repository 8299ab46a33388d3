import { Text } from '@mantine/core'
import { useEffect, useRef } from 'react'
import classes from './sorties.module.css'

/** The page that will be printed, in a shadow tree of its own: its rules and the application's never meet. */
export const Apercu = ({ html }: { readonly html: string | null }) => {
  const hote = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = hote.current
    if (element === null || html === null) return
    const arbre = element.shadowRoot ?? element.attachShadow({ mode: 'open' })
    const feuille = new CSSStyleSheet()
    feuille.replaceSync([...html.matchAll(STYLE)].map(([, regles = '']) => regles).join('\n'))
    arbre.adoptedStyleSheets = [feuille, papier]
    arbre.replaceChildren(lireCorps(html))
  }, [html])
  return (
    <section
      className={classes['apercu']}
      aria-label="Aperçu, tel qu’il sera imprimé"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reached by keyboard
      tabIndex={0}
    >
      {html === null && (
        <Text size="sm" c="dimmed">
          Rien à montrer.
        </Text>
      )}
      <div ref={hote} data-apercu hidden={html === null} />
    </section>
  )
}

/** Parsed with its style element, the document would break the page's CSP. The window already has its main part. */
const lireCorps = (html: string): HTMLElement => {
  const { body } = new DOMParser().parseFromString(
    html.replaceAll(STYLE, '').replaceAll(/<(\/?)main\b/g, '<$1div'),
    'text/html',
  )
  return body
}

const STYLE = /<style>([\s\S]*?)<\/style>/g

const papier = new CSSStyleSheet()
papier.replaceSync(':host { display: block; color-scheme: light; } body { background: none; }')
