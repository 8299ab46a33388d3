/** What the preview shows of the printed document: its rules and its body, nothing that could run. */
export type DocumentImprime = { readonly regles: string; readonly corps: HTMLElement }

/**
 * Takes the style and the body out of the whole HTML document that will be printed. `:root` means the application's own
 * page inside a shadow tree, so it becomes `:host`; whatever could run is dropped, though the service never writes any.
 */
export const lireDocument = (html: string): DocumentImprime => {
  const styles = [...html.matchAll(STYLE)].map(([, regles = '']) => regles)
  // Parsed with its style element, the document would break the page's CSP, though nothing of it is ever shown.
  const lu = new DOMParser().parseFromString(html.replaceAll(STYLE, ''), 'text/html')
  for (const element of lu.body.querySelectorAll('script, iframe, object, embed, form, link, meta, base, style'))
    element.remove()
  for (const element of [lu.body, ...lu.body.querySelectorAll('*')])
    for (const nom of element.getAttributeNames()) if (nom.startsWith('on')) element.removeAttribute(nom)
  // The application's own page already has its main part: here it is a mere block.
  for (const principal of lu.body.querySelectorAll('main')) {
    const bloc = lu.createElement('div')
    bloc.className = principal.className
    bloc.append(...principal.childNodes)
    principal.replaceWith(bloc)
  }
  return { regles: styles.join('\n').replaceAll(/:root\b/g, ':host'), corps: lu.body }
}

const STYLE = /<style[^>]*>([\s\S]*?)<\/style>/gi
