/** Text inside an element or an attribute, of HTML or XML. */
export const echapper = (texte: string): string =>
  texte.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Text inside an ODF element or attribute: line breaks become ODF ones, and what XML forbids is dropped. */
export const xml = (texte: string): string =>
  echapper(texte.replaceAll(/[^\P{Cc}\n\t]/gu, '')).replaceAll('\n', '<text:line-break/>')
