import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Pont } from '#electron/preload/index.ts'
import { type Application, lancer } from './pilote.ts'

declare global {
  interface Window {
    readonly pont: Pont
  }
}

let application: Application
/** A server on this machine: whatever the window manages to send shows here. */
let serveur: Server
let adresse: string
const recus: string[] = []
beforeAll(async () => {
  serveur = createServer(({ url = '' }, reponse) => {
    recus.push(url)
    reponse.end('<h1>dehors</h1>')
  })
  await new Promise<void>((pret) => serveur.listen(0, '127.0.0.1', pret))
  const { port } = serveur.address() as AddressInfo
  adresse = `http://127.0.0.1:${port}`
  application = await lancer()
})
afterAll(async () => {
  await application.fermer()
  serveur.close()
})

const attendre = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const appeler = (feature: string, method: string, input?: unknown) =>
  application.page.evaluate(([f, m, i]) => window.pont.invoke(f, m, i), [feature, method, input] as const)

test('la fenêtre n’a que le pont : ni Node, ni Electron', async () => {
  const vu = await application.page.evaluate(() => ({
    presents: ['require', 'process', 'module', 'exports', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter(
      (nom) => nom in window,
    ),
    pont: Object.keys(window.pont).toSorted(),
    fige: Object.isFrozen(window.pont),
  }))
  expect(vu).toEqual({ presents: [], pont: ['abonner', 'invoke'], fige: true })
})

test('aucune requête ne sort, quel que soit le moyen', async () => {
  const issues = await application.page.evaluate(async (base) => {
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- runs in the page, where nothing of this file exists
    const tenter = (url: string) =>
      fetch(url).then(
        () => 'partie',
        () => 'refusée',
      )
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- same
    const charger = (element: HTMLImageElement | HTMLScriptElement | HTMLLinkElement, url: string) =>
      new Promise<string>((resolve) => {
        element.addEventListener('load', () => resolve('partie'))
        element.addEventListener('error', () => resolve('refusée'))
        if (element instanceof HTMLLinkElement) Object.assign(element, { rel: 'stylesheet', href: url })
        else element.src = url
        document.head.append(element)
      })
    const cadre = document.createElement('iframe')
    cadre.src = `${base}/cadre`
    document.body.append(cadre)
    navigator.sendBeacon(`${base}/balise`)
    const prise = (() => {
      try {
        return new WebSocket(base.replace('http', 'ws'))
      } catch {
        return undefined
      }
    })()
    return {
      fetch: await Promise.all(
        [`${base}/fetch`, 'https://example.org/', 'file:///etc/passwd', 'data:text/plain,x', '/index.html'].map(tenter),
      ),
      image: await charger(new Image(), `${base}/image`),
      script: await charger(document.createElement('script'), `${base}/script`),
      style: await charger(document.createElement('link'), `${base}/style`),
      prise: prise?.readyState === WebSocket.OPEN,
    }
  }, adresse)
  await attendre(300)
  expect(issues).toEqual({
    fetch: ['refusée', 'refusée', 'refusée', 'refusée', 'refusée'],
    image: 'refusée',
    script: 'refusée',
    style: 'refusée',
    prise: false,
  })
  expect(recus).toEqual([])
})

test('la page ne peut pas être quittée', async () => {
  const { page } = application
  const avant = page.url()
  await page.evaluate(() => Object.assign(window, { temoin: 'encore là' }))
  for (const url of [
    `${adresse}/lien`,
    'https://example.org/',
    'file:///etc/passwd',
    'data:text/html,x',
    'about:blank#',
  ]) {
    await page.evaluate((cible) => {
      window.location.href = cible
    }, url)
    await page.evaluate((cible) => {
      const lien = Object.assign(document.createElement('a'), { href: cible })
      document.body.append(lien)
      lien.click()
      const formulaire = Object.assign(document.createElement('form'), { action: cible, method: 'post' })
      document.body.append(formulaire)
      formulaire.submit()
    }, url)
    await attendre(100)
  }
  expect(page.url()).toBe(avant)
  expect(await page.evaluate(() => Reflect.get(window, 'temoin'))).toBe('encore là')
  expect(recus).toEqual([])
})

test('aucune autre fenêtre ne s’ouvre', async () => {
  const { page } = application
  const ouverte = await page.evaluate((url) => window.open(url) !== null, `${adresse}/fenetre`)
  await page.evaluate((url) => {
    const lien = Object.assign(document.createElement('a'), { href: url, target: '_blank', rel: 'opener' })
    document.body.append(lien)
    lien.click()
  }, `${adresse}/onglet`)
  await attendre(500)
  expect(ouverte).toBe(false)
  expect(page.context().pages()).toHaveLength(1)
  expect(recus).toEqual([])
})

test('aucune permission n’est donnée', async () => {
  const { page } = application
  const etats = await page.evaluate(() =>
    Promise.all(
      (['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read'] as PermissionName[]).map(
        async (name) => (await navigator.permissions.query({ name })).state,
      ),
    ),
  )
  expect(etats).toEqual(['denied', 'denied', 'denied', 'denied', 'denied'])
  const position = await page.evaluate(
    () =>
      new Promise<number>((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve(0),
          ({ code }) => resolve(code),
        ),
      ),
  )
  expect(position).toBe(1)
})

test('rien ne s’exécute hors des scripts de l’application, et un style sans nonce est ignoré', async () => {
  const vu = await application.page.evaluate(async () => {
    const violations: string[] = []
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      violations.push(effectiveDirective),
    )
    const script = document.createElement('script')
    script.textContent = 'window.intrus = true'
    const sans = document.createElement('style')
    sans.textContent = 'html { outline: 3px solid red }'
    const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
    const avec = Object.assign(document.createElement('style'), { nonce })
    avec.textContent = 'html { scroll-margin-top: 7px }'
    document.head.append(script, sans, avec)
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- runs in the page
    const pause = () => new Promise((resolve) => setTimeout(resolve, 50))
    // The driver's own evaluation is exempt from the policy: leaves it first.
    await pause()
    const evalue = (() => {
      try {
        // oxlint-disable-next-line typescript/no-implied-eval -- what must be refused
        return Boolean(new Function('return true')())
      } catch {
        return false
      }
    })()
    await pause()
    const style = getComputedStyle(document.documentElement)
    return {
      intrus: 'intrus' in window,
      evalue,
      sans: style.outlineStyle,
      avec: style.scrollMarginTop,
      nonce: nonce.length,
      violations: violations.toSorted(),
    }
  })
  expect(vu).toEqual({
    intrus: false,
    evalue: false,
    sans: 'none',
    avec: '7px',
    nonce: 24,
    violations: ['script-src', 'script-src-elem', 'style-src-elem'],
  })
})

test('la page ne lit que ses propres fichiers', async () => {
  const { page } = application
  const charger = (chemin: string) =>
    page.evaluate(
      (src) =>
        new Promise<string>((resolve) => {
          const script = document.createElement('script')
          script.type = 'module'
          script.addEventListener('load', () => resolve('servi'))
          script.addEventListener('error', () => resolve('refusé'))
          script.src = src
          document.head.append(script)
        }),
      chemin,
    )
  const propre = await page.evaluate(() => document.querySelector('script[src]')?.getAttribute('src') ?? '')
  expect(await charger(`${propre}?encore`)).toBe('servi')
  const detours = [
    '/../main/index.js',
    '/..%2fmain/index.js',
    '/%2e%2e%2fmain%2findex.js',
    '/assets/..%2f..%2fmain/index.js',
    '/..%5cmain%5cindex.js',
    '//jalon//etc/passwd',
    '/%00.js',
    '/index.html%00.js',
    '/../../package.json',
  ]
  const issues = await Promise.all(detours.map(charger))
  expect(issues).toEqual(detours.map(() => 'refusé'))
})

test.each([
  ['__proto__', 'toString'],
  ['coffre', 'constructor'],
  ['coffre', '__proto__'],
  ['coffre', 'effacerTout'],
  ['impression', 'imprimer'],
  ['', ''],
])('l’appel forgé « %s.%s » est inconnu', async (feature, method) => {
  expect(await appeler(feature, method, {})).toEqual({ ok: false, erreur: { code: 'appel-inconnu' } })
})
