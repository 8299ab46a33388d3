import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { contentSecurityPolicy, resolveFile, respond } from '#electron/main/protocol.ts'

// Outside Electron its module has no API to give; these functions ask nothing of it.
vi.mock('electron', () => ({ protocol: {} }))

const page = '/un/dossier/renderer'

test.each([
  ['app://jalon/index.html', `${page}/index.html`],
  ['app://jalon/assets/index-1.js', `${page}/assets/index-1.js`],
  ['app://jalon/assets/../index.html', `${page}/index.html`],
  ['app://jalon/%C3%A9tat.svg?x=1#y', `${page}/état.svg`],
])('trouve le fichier de %s', (adresse, fichier) => {
  expect(resolveFile(page, adresse)).toBe(fichier)
})

test.each([
  'app://jalon',
  'app://jalon/',
  'app://jalon/../main/index.js/../../../..',
  'app://jalon/..%2fmain%2findex.js',
  'app://jalon/%2e%2e%2fmain%2findex.js',
  'app://jalon/..%2frenderer-voisin%2fx.js',
  'app://jalon//etc/passwd',
  'app://jalon/%2fetc/passwd',
  'app://jalon/a%00.html',
  'app://jalon/..%5cmain%5cindex.js',
  'app://jalon/%E0%A4%A',
  'app://autre/index.html',
  'app://jalon.example.org/index.html',
  'app://jalon:80/index.html',
  'app://x:y@jalon/index.html',
  'https://jalon/index.html',
  'file:///etc/passwd',
  'jalon/index.html',
  '',
])('ne sert rien pour %s', (adresse) => {
  expect(resolveFile(page, adresse)).toBeUndefined()
})

let racine: string
beforeAll(() => {
  racine = mkdtempSync(join(tmpdir(), 'jalon-protocole-'))
  writeFileSync(join(racine, 'index.html'), '<meta nonce="__NONCE__"><script nonce="__NONCE__"></script>')
  writeFileSync(join(racine, 'secret.db'), 'secret')
  symlinkSync('/', join(racine, 'sortie'))
})
afterAll(() => rmSync(racine, { recursive: true }))

const demander = (url: string, method = 'GET') => respond(racine, { url, method })

test('donne la page avec un nonce neuf à chaque fois, le même dans la page et dans la politique', async () => {
  const [une, deux] = await Promise.all([demander('app://jalon/index.html'), demander('app://jalon/index.html')])
  const nonces = await Promise.all(
    [une, deux].map(async (reponse) => {
      const nonce = /'nonce-([^']+)'/u.exec(reponse.headers.get('Content-Security-Policy') ?? '')?.[1]
      expect(await reponse.text()).toBe(`<meta nonce="${nonce}"><script nonce="${nonce}"></script>`)
      return nonce
    }),
  )
  expect(nonces[0]).toMatch(/^[\w+/]{22}==$/u)
  expect(nonces[0]).not.toBe(nonces[1])
  expect(une.headers.get('X-Content-Type-Options')).toBe('nosniff')
  expect(une.headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin')
  expect(une.headers.get('Content-Type')).toBe('text/html; charset=utf-8')
})

test.each([
  ['app://jalon/index.html', 'POST'],
  ['app://jalon/index.html', 'HEAD'],
  ['app://jalon/absent.html', 'GET'],
  ['app://jalon/secret.db', 'GET'],
  ['app://jalon/sortie', 'GET'],
  ['app://jalon/', 'GET'],
])('répond 404, sans corps, à %s en %s', async (adresse, methode) => {
  const reponse = await demander(adresse, methode)
  expect(reponse.status).toBe(404)
  expect(await reponse.text()).toBe('')
  expect(reponse.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
})

test('la politique n’autorise ni script en ligne, ni évaluation, ni connexion', () => {
  const politique = contentSecurityPolicy('abc')
  expect(politique).not.toMatch(/unsafe|https?:|\*/u)
  expect(politique).toContain("connect-src 'none'")
  expect(politique).toContain("script-src 'self';")
})
