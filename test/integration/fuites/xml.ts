/** What a part written in XML holds: its elements with their attributes, and its text; or why no reader would take it. */
export type Partie = {
  readonly fautes: readonly string[]
  readonly balises: ReadonlySet<string>
  readonly texte: string
}

const interdit = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u
const jeton =
  /<\?[^]*?\?>|<!--[^]*?-->|<!DOCTYPE[^<>]*>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/gy
const entites: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Reads XML 1.0 as its grammar says, forgiving nothing. */
export const lireXml = (octets: Uint8Array): Partie => {
  const source = new TextDecoder('utf-8', { fatal: true }).decode(octets)
  const fautes: string[] = []
  const balises = new Set<string>()
  const ouvertes: string[] = []
  const textes: string[] = []
  const mauvais = interdit.exec(source)
  if (mauvais !== null) fautes.push(`U+${mauvais[0].codePointAt(0)?.toString(16)} en ${mauvais.index}`)
  let lu = 0
  for (const [tout, fin, nom, attributs = '', vide, texte] of source.matchAll(jeton)) {
    lu += tout.length
    if (texte !== undefined) {
      if (texte.includes(']]>')) fautes.push(']]> dans un texte')
      textes.push(decoder(texte, fautes))
    } else if (nom !== undefined && fin === '/') {
      if (ouvertes.pop() !== nom) fautes.push(`</${nom}> en ${lu}`)
    } else if (nom !== undefined) {
      if (vide === '') ouvertes.push(nom)
      const paires = [...attributs.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu)]
      for (const [, , doubles, simples] of paires) textes.push(decoder(doubles ?? simples ?? '', fautes))
      balises.add([nom, ...paires.map(([, attribut = '']) => attribut).toSorted(parOrdre)].join(' '))
    }
  }
  if (lu < source.length) fautes.push(`illisible en ${lu} : ${source.slice(lu, lu + 40)}`)
  if (ouvertes.length > 0) fautes.push(`<${ouvertes.join('><')}> non fermé`)
  return { fautes, balises, texte: textes.join('\n') }
}

const parOrdre = (a: string, b: string): number => a.localeCompare(b)

const decoder = (texte: string, fautes: string[]): string =>
  texte.replaceAll(
    /&(?:(amp|lt|gt|quot|apos)|#(\d+)|#x([\da-f]+));|&/giu,
    (tout, nom: string | undefined, dix: string, seize: string) => {
      if (nom !== undefined) return entites[nom] ?? ''
      const code = dix === undefined ? Number.parseInt(seize, 16) : Number(dix)
      if (tout === '&' || Number.isNaN(code) || interdit.test(String.fromCodePoint(code))) {
        fautes.push(`${tout} n’est pas une entité`)
        return ''
      }
      return String.fromCodePoint(code)
    },
  )
