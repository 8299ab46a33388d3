import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { Frame, Page, Route } from 'playwright-core'
import { toApp, toHttp } from './addresses.ts'
import { app } from './app.ts'
import { announceWindow, estVisible } from './chromium.ts'
import { installPreload, sendToPage } from './ipc.ts'
import { surOrdre } from './pilotage.ts'
import { contextOf, type Session } from './session.ts'
import { strict } from './strict.ts'

type Options = {
  readonly webPreferences: { readonly session: Session; readonly javascript?: boolean; readonly preload?: string }
}
type PdfOptions = {
  readonly pageSize?: string
  readonly preferCSSPageSize?: boolean
  readonly printBackground?: boolean
  readonly generateTaggedPDF?: boolean
  readonly generateDocumentOutline?: boolean
}

/** Pages being opened or reloaded by main itself: those navigations are not the page's. */
const led = new WeakSet<WebContents>()
const pages = new WeakMap<WebContents, Page>()
const windows = new Map<BrowserWindow, WebContents>()
/** Pages that crashed, and how to show another in their place. */
const fallen = new WeakMap<WebContents, () => Promise<void>>()

class WebContents extends EventEmitter {
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }) {
    if (handler({ url: 'about:blank' }).action !== 'deny')
      throw new Error('electron-chromium: only a handler that denies every window is part of the stand-in')
  }

  getURL() {
    return toApp(pages.get(this)?.url() ?? '')
  }

  send(channel: string, ...args: unknown[]) {
    const page = pages.get(this)
    if (page !== undefined) void sendToPage(page, channel, args)
  }

  /** A reload overtaken by another, or by the end of the page, is not an error for main. */
  reload() {
    const revive = fallen.get(this)
    fallen.delete(this)
    if (revive === undefined) void lead(this, async (page) => page.reload().catch(() => undefined))
    else void revive()
  }

  async printToPDF(options: PdfOptions) {
    const page = pages.get(this)
    if (page === undefined) throw new Error('electron-chromium: nothing is loaded')
    return page.pdf({
      format: options.pageSize ?? 'A4',
      preferCSSPageSize: options.preferCSSPageSize ?? false,
      printBackground: options.printBackground ?? false,
      tagged: options.generateTaggedPDF ?? false,
      outline: options.generateDocumentOutline ?? false,
    })
  }
}

export class BrowserWindow extends EventEmitter {
  readonly webContents: WebContents
  readonly #options: Options
  readonly #contents = new WebContents()
  #destroyed = false

  constructor(options: Options) {
    super()
    this.#options = options
    this.webContents = strict('webContents', this.#contents)
    windows.set(this, this.#contents)
    app.emit('web-contents-created', {}, this.webContents)
    return strict('BrowserWindow', this)
  }

  async loadURL(url: string) {
    const shown = pages.get(this.#contents)
    if (shown !== undefined) return lead(this.#contents, async () => shown.goto(toHttp(url)))
    const { session, javascript = true, preload } = this.#options.webPreferences
    const context = await contextOf(session, javascript, mayNavigate)
    // Chromium opens with an empty page: it becomes the first window.
    const blank = context.pages().find((one) => javascript && /^(about|data):/u.test(one.url()))
    await this.#show(blank ?? (await context.newPage()), url, preload)
    this.emit('ready-to-show')
    if (javascript) await announceWindow()
  }

  async #show(page: Page, url: string, preload: string | undefined) {
    pages.set(this.#contents, page)
    page.once('close', () => {
      if (pages.get(this.#contents) === page) this.#closed()
    })
    page.once('crash', () => {
      fallen.set(this.#contents, async () => {
        const next = await page.context().newPage()
        await this.#show(next, url, preload)
        await page.close()
      })
      this.#contents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 })
    })
    // Unheard, Playwright would dismiss the questions asked to the person before the window (see dialog.ts).
    if (estVisible) page.on('dialog', () => undefined)
    page.on('popup', (popup) => void popup.close())
    if (preload !== undefined) await installPreload(page, this.webContents, readFileSync(preload, 'utf8'))
    await lead(this.#contents, async () => page.goto(toHttp(url)))
  }

  /** As the user's click on the cross: main may refuse. */
  close() {
    let prevented = false
    this.emit('close', { preventDefault: () => (prevented = true) })
    if (!prevented) this.destroy()
  }

  destroy() {
    void pages.get(this.#contents)?.close()
    this.#closed()
  }

  #closed() {
    if (this.#destroyed) return
    this.#destroyed = true
    windows.delete(this)
    this.emit('closed')
    if (windows.size === 0) app.emit('window-all-closed')
  }

  isDestroyed() {
    return this.#destroyed
  }

  isMinimized() {
    return false
  }

  // Chromium shows its window by itself, and cannot hide it from captures.
  show() {}
  focus() {}
  restore() {}
  setContentProtection() {}
}

surOrdre((ordre) => {
  if (ordre.type === 'fermer-fenetre') [...windows.keys()][0]?.close()
})

/** The page of the first window, for the questions that the stand-in asks in it. */
export const chromiumPage = (): Page | undefined => {
  const [first] = windows.values()
  return first === undefined ? undefined : pages.get(first)
}

const lead = async (contents: WebContents, move: (page: Page) => Promise<unknown>): Promise<void> => {
  const page = pages.get(contents)
  if (page === undefined) return
  led.add(contents)
  try {
    await move(page)
  } finally {
    led.delete(contents)
  }
}

/** Asks main, as Electron does, about a navigation that the page itself starts. */
const mayNavigate = (route: Route): boolean => {
  const frame = frameOf(route)
  const contents = [...windows.values()].find((one) => pages.get(one) === frame?.page())
  // A page that main did not open: every window is denied here.
  if (frame === undefined || contents === undefined) return false
  const main = frame.parentFrame() === null
  if (main && led.has(contents)) return true
  let prevented = false
  const event = { url: toApp(route.request().url()), isMainFrame: main, preventDefault: () => (prevented = true) }
  contents.emit('will-frame-navigate', event)
  if (main) contents.emit('will-navigate', event)
  return !prevented
}

/** Playwright has no frame yet for the first request of a new page. */
const frameOf = (route: Route): Frame | undefined => {
  try {
    return route.request().frame()
  } catch {
    return undefined
  }
}
