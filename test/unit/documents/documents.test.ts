import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { marked, type Token } from 'marked'
import { beforeAll, describe, expect, test } from 'vitest'
import { chargerCommandes } from '#electron/service/commandes/index.ts'
import { ancreDe, enTexte } from '#features/aide/guide.ts'

const racine = resolve(import.meta.dirname, '../../..')
const lire = (nom: string) => readFileSync(join(racine, nom), 'utf8')
const { scripts, dependencies, devDependencies, optionalDependencies } = JSON.parse(lire('package.json'))
const documents = globSync(['*.md', 'docs/**/*.md', '{shared,db,electron,renderer,build,test}/**/README.md'], {
  cwd: racine,
}).map((nom) => nom.replaceAll('\\', '/'))

const jetonsDe = (nom: string) => marked.lexer(lire(nom))
const visiter = (nom: string): readonly Token[] => {
  const tous: Token[] = []
  void marked.walkTokens(jetonsDe(nom), (jeton) => void tous.push(jeton))
  return tous
}
/** Written by long runs, on the machine of whoever makes them. */
const ecritsParUnCalcul = new Set(['docs/performances.md'])
/** Links and pictures, with what follows « # ». */
const ciblesDe = (nom: string) =>
  visiter(nom).flatMap((j) => (j.type === 'link' || j.type === 'image' ? [String(j['href'])] : []))
const ancresDe = (nom: string) =>
  new Set(visiter(nom).flatMap((j) => (j.type === 'heading' ? [ancreDe(enTexte([j]))] : [])))
/** Everything written as code, in line or in a block. */
const codesDe = (nom: string) =>
  visiter(nom).flatMap((j) => (j.type === 'code' || j.type === 'codespan' ? [String(j['text'])] : []))

test('il y a des documents à lire, et les mêmes pour tous', () => {
  for (const nom of ['README.md', 'CONTRIBUTING.md', 'docs/guide.md', 'docs/architecture.md', 'docs/CHANGELOG.md'])
    expect(documents).toContain(nom)
})

// They are heavy to load: the writers of every format come with them.
let connues: ReadonlyMap<string, object>
beforeAll(async () => {
  connues = new Map((await chargerCommandes()).map((c) => [c.nom, c.options]))
}, 120_000)

describe.each(documents)('%s', (nom) => {
  test('chaque lien mène à un fichier ou à un titre qui existe', () => {
    const morts = ciblesDe(nom).filter((cible) => {
      if (/^(?:https|mailto):/u.test(cible)) return false
      const [chemin = '', ancre] = decodeURIComponent(cible).split('#')
      const vise = chemin === '' ? nom : join(dirname(nom), chemin)
      if (ecritsParUnCalcul.has(vise)) return false
      if (!existsSync(join(racine, vise))) return true
      return ancre !== undefined && !(vise.endsWith('.md') && ancresDe(vise).has(ancre))
    })
    expect(morts).toEqual([])
  })

  test('chaque image est faite par le script des captures', () => {
    const script = lire('test/e2e/captures.ts') + lire('test/e2e/premier-jour.ts')
    const images = visiter(nom).flatMap((j) => (j.type === 'image' ? [String(j['href'])] : []))
    for (const image of images) {
      const fichier = join(racine, dirname(nom), image)
      expect(statSync(fichier).size).toBeGreaterThan(10_000)
      const capture = /captures\/([\w-]+)\.png$/u.exec(image)?.[1]
      expect([image, script.includes(`'${capture}'`)]).toEqual([image, true])
    }
    expect(images.filter((i) => !i.endsWith('.png'))).toEqual([])
  })

  test('chaque commande npm existe, et chaque commande de Jalon n’a que des options qu’elle connaît', () => {
    const codes = codesDe(nom).join('\n')
    const lances = [...codes.matchAll(/npm run (?:-s )?([\w:-]+)/gu)].map((m) => m[1] ?? '')
    expect(lances.filter((script) => !Object.hasOwn(scripts, script))).toEqual([])
    for (const [, court] of codes.matchAll(/npm (start|test)\b/gu)) expect(scripts).toHaveProperty(court ?? '')
    const fautes: string[] = []
    for (const ligne of codes.replaceAll(/\n\s+/gu, ' ').split('\n')) {
      const [, commande, suite = ''] = /^(?:npm run -s )?jalon(?: --)? ([a-z][\w-]*)(.*)/u.exec(ligne.trim()) ?? []
      if (commande === undefined) continue
      const options = connues.get(commande)
      if (options === undefined) fautes.push(`jalon ${commande}`)
      // What is explained after two spaces is no part of the command.
      for (const [, option = ''] of (suite.split(/ {2,}[a-z]/u)[0] ?? '').matchAll(/--([a-z][\w-]*)/gu))
        if (options !== undefined && !Object.hasOwn({ ...options, format: 0, 'phrase-stdin': 0 }, option))
          fautes.push(`jalon ${commande} --${option}`)
    }
    expect(fautes).toEqual([])
  })
})

test('le tableau des dépendances du README nomme chacune de celles de package.json, et aucune autre', () => {
  const section = lire('README.md').split('## Dependencies')[1]?.split('\n## ')[0] ?? ''
  const dites = section
    .split('\n')
    .filter((l) => l.startsWith('|') && !l.includes('---'))
    .slice(1)
    .map((l) => l.split('|')[1] ?? '')
    .join(', ')
  const toutes = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies })
  // Types of what is there, and the packages of one name under `@mantine`.
  const attendues = toutes.filter((nom) => !nom.startsWith('@types/'))
  const nommee = (nom: string) => dites.includes(nom) || (nom.startsWith('@mantine/') && dites.includes(nom.slice(9)))
  expect(attendues.filter((nom) => !nommee(nom))).toEqual([])
  const mots = dites.match(/@?[a-z][\w./-]*/gu) ?? []
  const inconnus = mots.filter(
    (mot) => !toutes.some((nom) => nom === mot || nom === `@mantine/${mot}`) && !annexes.has(mot),
  )
  expect(inconnus).toEqual([])
  for (const version of Object.values<string>({ ...dependencies, ...devDependencies }))
    expect(version).toMatch(/^(?:npm:[\w-]+@)?\d+\.\d+\.\d+$/u)
})
const annexes = new Set(['the', 'build', 'with', 'optional', 'better-sqlite3-multiple-ciphers'])
