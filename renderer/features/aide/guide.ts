import { marked, type Token, type Tokens } from 'marked'
import { normaliser } from '#shared/utils/texte.ts'

/** One chapter of a document, cut at its second-level headings. */
export type Section = {
  readonly ancre: string
  readonly titre: string
  readonly blocs: readonly Token[]
  /** What is searched, and shown around what was found. */
  readonly texte: string
}

/** What precedes the first chapter (title, table of contents) is left out: the window has its own. */
export const lireSections = (markdown: string): readonly Section[] => {
  const jetons = marked.lexer(markdown)
  const debuts = jetons.flatMap((j, i) => (estTitre(j) ? i : []))
  return debuts.map((debut, i) => {
    const [titre, ...blocs] = jetons.slice(debut, debuts[i + 1] ?? jetons.length)
    const nom = titre === undefined ? '' : enTexte([titre])
    return { ancre: ancreDe(nom), titre: nom, blocs, texte: enTexte(blocs) }
  })
}

const estTitre = (jeton: Token): jeton is Tokens.Heading => jeton.type === 'heading' && jeton.depth === 2

/** Anchor of a heading, as the forges that show Markdown make it. */
export const ancreDe = (titre: string): string =>
  titre
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replaceAll(/\s/gu, '-')

/** The chapter that an anchor points into: its own heading, or one of those under it. */
export const sectionDe = (sections: readonly Section[], ancre: string): Section | undefined =>
  sections.find(
    (s) => s.ancre === ancre || s.blocs.some((b) => b.type === 'heading' && ancreDe(enTexte([b])) === ancre),
  )

export type Trouvee = { readonly section: Section; readonly extrait: string }

/** Chapters that hold every word, accents and case ignored; those whose heading says them first. */
export const chercher = (sections: readonly Section[], texte: string): readonly Trouvee[] => {
  const mots = normaliser(texte)
    .split(' ')
    .filter((m) => m !== '')
  if (mots.length === 0) return []
  const dans = (lu: string) => mots.filter((mot) => normaliser(lu).includes(mot)).length
  return sections
    .filter((s) => dans(`${s.titre} ${s.texte}`) === mots.length)
    .toSorted((a, b) => dans(b.titre) - dans(a.titre))
    .map((section) => ({ section, extrait: extraitDe(section.texte, mots) }))
}

/** The first sentence that says most of the words. */
const extraitDe = (texte: string, mots: readonly string[]): string => {
  const phrases = texte.split(/(?<=[.:!?])\s+/u)
  const note = (phrase: string) => mots.filter((mot) => normaliser(phrase).includes(mot)).length
  const meilleure = phrases.reduce((garde, phrase) => (note(phrase) > note(garde) ? phrase : garde), '')
  return meilleure.length > EXTRAIT ? `${meilleure.slice(0, EXTRAIT)}…` : meilleure
}

const EXTRAIT = 180

/** Text of tokens, without marks nor pictures. */
export const enTexte = (jetons: readonly Token[]): string =>
  jetons
    .map((jeton) => {
      if (jeton.type === 'image' || jeton.type === 'space' || jeton.type === 'html') return ''
      if (jeton.type === 'list') return (jeton as Tokens.List).items.map((i) => enTexte(i.tokens)).join(' ')
      if (jeton.type === 'table') return cellules(jeton as Tokens.Table)
      const dedans: readonly Token[] | undefined = 'tokens' in jeton ? jeton.tokens : undefined
      return dedans === undefined ? ('text' in jeton ? String(jeton.text) : '') : enTexte(dedans)
    })
    .map((texte, i) => (enBloc.has(jetons[i]?.type ?? '') ? `${texte} ` : texte))
    .join('')
    .replaceAll(/\s+/gu, ' ')
    .trim()

const enBloc: ReadonlySet<string> = new Set(['paragraph', 'heading', 'list', 'table', 'blockquote', 'code'])

const cellules = ({ header, rows }: Tokens.Table): string =>
  [header, ...rows].map((ligne) => ligne.map((c) => enTexte(c.tokens)).join(' ')).join(' ')
