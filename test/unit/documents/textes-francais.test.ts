import { globSync, readFileSync } from 'node:fs'
import { parseAst } from 'vite'
import { expect, test } from 'vitest'

/** What the printed page makes unbreakable (`typographier`) must first be a space. */
const fautes: readonly { readonly faute: string; readonly ou: RegExp }[] = [
  { faute: 'sans espace avant le signe', ou: /[\p{L}\p{N})’»%][;:?!](?=[\s»]|$)/u },
  { faute: 'sans espace dans les guillemets', ou: /«(?![\s\u{A0}\u{202F}])|(?<![\s\u{A0}\u{202F}])»/u },
  { faute: 'apostrophe droite', ou: /(?<=\p{L})'(?=\p{L})/u },
  { faute: 'trois points', ou: /\p{L}\.\.\./u },
]

/** Made for a machine or a reader of code: styles, addresses, patterns, an error that no user sees. */
const technique = /^[a-z-]+:$|[{}\\]|&\w+;|charset=|'self'|'none'|: \S+;$|\(\?:|s\? \w+\?$|^[a-z ]+: $/u

/** Every text written in a program: strings, templates, words between tags. */
const textes = (noeud: unknown): readonly string[] => {
  if (Array.isArray(noeud)) return noeud.flatMap(textes)
  if (typeof noeud !== 'object' || noeud === null) return []
  const { type, value }: { readonly type?: unknown; readonly value?: unknown } = noeud
  if (type === 'ImportDeclaration') return []
  if ((type === 'JSXText' || type === 'Literal') && typeof value === 'string') return [value]
  if (type === 'TemplateElement' && typeof value === 'object' && value !== null && 'cooked' in value)
    return [String(value.cooked)]
  return Object.values(noeud).flatMap(textes)
}

const fautesDe = (brut: string): readonly string[] => {
  const texte = brut.replaceAll(/<[^<>]*>?/gu, ' ')
  if (technique.test(texte) || !/\p{L}/u.test(texte)) return []
  return fautes.filter(({ ou }) => ou.test(texte)).map(({ faute }) => `${faute} : ${texte.trim().slice(0, 80)}`)
}

test('chaque texte français a ses espaces, ses guillemets et ses apostrophes', () => {
  const fichiers = globSync('{renderer,shared,electron}/**/*.{ts,tsx}')
  expect(fichiers.length).toBeGreaterThan(700)
  const trouvees = fichiers.flatMap((fichier) => {
    const arbre = parseAst(readFileSync(fichier, 'utf8'), { lang: fichier.endsWith('x') ? 'tsx' : 'ts' })
    return textes(arbre)
      .flatMap(fautesDe)
      .map((faute) => `${fichier} ${faute}`)
  })
  expect(trouvees).toEqual([])
})

test.each(['docs/guide.md', 'docs/CHANGELOG.md'])('%s, montré dans la fenêtre, de même', (document) => {
  const lignes = readFileSync(document, 'utf8')
    .replaceAll(/`[^`]*`|\]\([^)]*\)/gu, 'x')
    .split('\n')
  expect(lignes.flatMap(fautesDe)).toEqual([])
})

test('une faute de chaque sorte est vue', () => {
  const phrases = ['Attention: lisez', 'dire «oui»', "l'essai", 'Choisir...', 'Vraiment?']
  expect(phrases.map((p) => fautesDe(p).length > 0)).toEqual(phrases.map(() => true))
  expect(fautesDe('Attention : « oui », à 14:03 ?')).toEqual([])
})
