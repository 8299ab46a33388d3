/** Text inside an element or an attribute, of HTML or XML. */
export const echapper = (texte: string): string =>
  texte.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Without what XML 1.0 forbids, that would keep a whole file from opening: control characters, halves of emoji. */
export const sansInterdit = (texte: string): string =>
  texte.replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')

/** Text inside an ODF element or attribute: line breaks become ODF ones, and what XML forbids is dropped. */
export const xml = (texte: string): string => echapper(sansInterdit(texte)).replaceAll('\n', '<text:line-break/>')
