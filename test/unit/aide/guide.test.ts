import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { marked, type Token } from 'marked'
import { describe, expect, it } from 'vitest'
import { sectionDuLieu } from '#app/aide.ts'
import { ancreDe, chercher, enTexte, lireSections, sectionDe } from '#features/aide/guide.ts'

const docs = join(import.meta.dirname, '../../../docs')
const lire = (nom: string) => readFileSync(join(docs, nom), 'utf8')
const guide = lire('guide.md')
const sections = lireSections(guide)

/** Every link and picture of a document. */
const cibles = (jetons: readonly Token[]): readonly string[] => {
  const vues: string[] = []
  void marked.walkTokens([...jetons], (jeton) => {
    if (jeton.type === 'link' || jeton.type === 'image') vues.push(String(jeton['href']))
  })
  return vues
}

const premier = (texte: string) => chercher(sections, texte)[0]?.section.ancre

describe('le guide', () => {
  it('a un chapitre pour chaque écran', () => {
    for (const [lieu, ancre] of Object.entries(sectionDuLieu))
      expect([lieu, sectionDe(sections, ancre)?.ancre]).toEqual([lieu, ancre])
  })

  it('et tous ses documents n’ont que des liens qui mènent quelque part, dans le projet', () => {
    for (const nom of ['guide.md', 'CHANGELOG.md', 'secret-statistique.md']) {
      const jetons = marked.lexer(lire(nom))
      const titres = new Set(jetons.filter((j) => j.type === 'heading').map((j) => ancreDe(enTexte([j]))))
      const mortes = cibles(jetons).filter((cible) =>
        cible.startsWith('#')
          ? !titres.has(decodeURIComponent(cible.slice(1)))
          : !cible.startsWith('https://') && !existsSync(join(docs, cible)),
      )
      expect([nom, mortes]).toEqual([nom, []])
    }
  })

  it('mène de son sommaire à chaque chapitre', () => {
    const [, sommaire = ''] = guide.split('\n## ')[0]?.split('\n- ', 2) ?? []
    expect(sommaire).not.toBe('')
    const liens = cibles(marked.lexer(guide.split('\n## ')[0] ?? ''))
    expect(liens.length).toBeGreaterThan(10)
    for (const lien of liens)
      expect([lien, sectionDe(sections, decodeURIComponent(lien.slice(1))) !== undefined]).toEqual([lien, true])
  })
})

describe('la recherche dans le guide', () => {
  const inventees = lireSections(
    '# Titre\n\nAvant.\n\n## Préparer l’été\n\nOn **range**. On part.\n\n## Autre\n\n- un été\n\n| a | b |\n| - | - |\n| x | très <b>gras</b> |\n\n### Dessous\n\nFin.\n',
  )

  it('ignore les accents et la casse, et met d’abord le chapitre dont le titre le dit', () => {
    expect(chercher(inventees, 'ETE').map((t) => [t.section.titre, t.extrait])).toEqual([
      ['Préparer l’été', ''],
      ['Autre', 'un été a b x très gras Dessous Fin.'],
    ])
  })

  it('demande tous les mots, et rend la phrase qui les dit', () => {
    expect(chercher(inventees, 'été part').map((t) => [t.section.titre, t.extrait])).toEqual([
      ['Préparer l’été', 'On part.'],
    ])
    expect(chercher(inventees, 'range hiver')).toEqual([])
    expect(chercher(inventees, '   ')).toEqual([])
  })

  it('trouve le chapitre d’un sous-titre', () => {
    expect(sectionDe(inventees, 'dessous')?.titre).toBe('Autre')
    expect(sectionDe(inventees, 'avant')).toBeUndefined()
  })

  it('répond aux questions d’un nouvel utilisateur', () => {
    expect(premier('sauvegarde')).toMatch(/sauvegarde/)
    expect(premier('phrase de passe oubliee')).toBe('phrase-de-passe-oubliée')
    expect(premier('importer tableur')).toBe('importer-un-tableur')
  })
})
