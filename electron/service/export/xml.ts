/** Text inside an XML element or attribute; line breaks become ODF ones, and what XML forbids is dropped. */
export const xml = (texte: string): string =>
  texte
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '<text:line-break/>')
