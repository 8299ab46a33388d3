import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { BrowserContext } from 'playwright-core'
import { trouverChromium } from '../preparer.ts'
import { annoncer, estPilote } from './pilotage.ts'

/** Read when a page is opened: a command that opens none, or opens it later, has begun its work. */
const playwright = async () => (await import('playwright-core')).chromium

/** Whether the window can be seen: there is a display, and no test is driving. */
export const estVisible = !estPilote && Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])

const contexts: BrowserContext[] = []
let visibleProfile: string | undefined

/** The window's own Chromium: its profile lasts as long as it does. */
export const openVisible = async (): Promise<BrowserContext> => {
  const profile = mkdtempSync(join(tmpdir(), 'electron-chromium-'))
  mkdirSync(join(profile, 'Default'))
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences))
  // A browser writes what is in its forms, to give it back after a crash: Electron does not. Where that folder would be, a file.
  writeFileSync(join(profile, 'Default', 'Sessions'), '')
  const context = await (
    await playwright()
  ).launchPersistentContext(profile, {
    ...options(!estVisible),
    args: [
      ...switches,
      ...(estVisible
        ? ['--app=data:text/html,', '--test-type', '--window-size=1366,768']
        : ['--remote-debugging-port=0']),
    ],
    viewport: estVisible ? null : { width: 1366, height: 768 },
    locale: 'fr-FR',
    acceptDownloads: false,
    serviceWorkers: 'block',
  })
  // After Playwright's own listener, which ends Chromium: the folder is then nobody's.
  process.once('exit', () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }))
  contexts.push(context)
  await context.grantPermissions([])
  visibleProfile = profile
  return context
}

/** Lets the test that drives join the window: once its page is loaded, so that both do not handle it at once. */
export const announceWindow = async (): Promise<void> => {
  if (estPilote && visibleProfile !== undefined) annoncer({ type: 'fenetre', cdp: await readCdp(visibleProfile) })
}

/** Another Chromium, never seen and without scripts, for the pages that are only printed. It ends with this process, at once. */
export const openHidden = async (): Promise<BrowserContext> => {
  const browser = await (await playwright()).launch({ ...options(true), args: switches })
  const context = await browser.newContext({ javaScriptEnabled: false, acceptDownloads: false, locale: 'fr-FR' })
  context.once('close', () => void browser.close())
  return context
}

/** Lets the window's Chromium end by itself. */
export const closeBrowsers = async (): Promise<void> => {
  await Promise.allSettled(contexts.map((context) => context.browser()?.close() ?? context.close()))
}

/** A browser offers to keep passwords, to translate, to correct: an application's window does not. */
const preferences = {
  credentials_enable_service: false,
  profile: { password_manager_enabled: false },
  autofill: { profile_enabled: false, credit_card_enabled: false },
  translate: { enabled: false },
  browser: { enable_spellchecking: false },
}

const options = (headless: boolean) => {
  const executablePath = trouverChromium()
  if (executablePath === undefined) throw new Error('Chromium est introuvable : installez le paquet « chromium ».')
  return {
    executablePath,
    headless,
    // Chromium refuses to sandbox root; for anybody else its sandbox stays on.
    chromiumSandbox: process.getuid?.() !== 0,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  }
}

/** No name resolves: what main refuses is refused twice. */
const switches = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
  '--no-first-run',
  '--lang=fr-FR',
]

/** Chromium writes the port it chose, and the path of its socket, in its profile. */
const readCdp = async (profile: string): Promise<string> => {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const port = read(join(profile, 'DevToolsActivePort'))?.split('\n')[0]
    if (port !== undefined && port !== '') return `http://127.0.0.1:${port}`
    await setTimeout(20)
  }
  throw new Error('electron-chromium: Chromium never said its debugging port')
}

const read = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
