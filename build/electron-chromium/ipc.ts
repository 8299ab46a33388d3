import type { Page } from 'playwright-core'
import { toApp } from './addresses.ts'
import { strict } from './strict.ts'

type Listener = (event: unknown, ...args: unknown[]) => unknown
const handlers = new Map<string, Listener>()

export const ipcMain = strict('ipcMain', {
  handle: (channel: string, listener: Listener): void => void handlers.set(channel, listener),
  removeHandler: (channel: string): void => void handlers.delete(channel),
})

/** Runs the preload before the page's own scripts, with the only two things a sandboxed preload gets from Electron. */
export const installPreload = async (page: Page, sender: unknown, preload: string): Promise<void> => {
  await page.exposeBinding('__ecInvoke', ({ frame }, channel: string, args: unknown[]) => {
    const handler = handlers.get(channel)
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
    return handler({ sender, senderFrame: { url: toApp(frame.url()), parent: frame.parentFrame() } }, ...args)
  })
  await page.addInitScript({ content: world(preload) })
}

/** Main's side of `webContents.send`; a page that is leaving hears nothing, as in Electron. */
export const sendToPage = async (page: Page, channel: string, args: readonly unknown[]): Promise<void> =>
  page
    .evaluate(
      ([name, values]) => {
        const receive: unknown = Reflect.get(globalThis, '__ecReceive')
        if (typeof receive === 'function') receive(name, values)
      },
      [channel, args] as const,
    )
    .catch(() => undefined)

/**
 * The page's first script. Two refusals have to be made here, for Playwright sees neither request: a new window's, and
 * a move to an address that Chromium makes up itself.
 */
const world = (preload: string): string => `(() => {
  window.open = () => null
  navigation.addEventListener('navigate', (event) => {
    if (/^(about|blob):/.test(event.destination.url) && !event.destination.sameDocument) event.preventDefault()
  })
  if (window.top !== window) { delete window.__ecInvoke; return }
  const invoke = window.__ecInvoke
  delete window.__ecInvoke
  const listeners = new Map()
  const of = (channel) => listeners.get(channel) ?? []
  const ipcRenderer = {
    invoke: (channel, ...args) => invoke(channel, args),
    on: (channel, listener) => { listeners.set(channel, [...of(channel), listener]) },
    removeListener: (channel, listener) => { listeners.set(channel, of(channel).filter((one) => one !== listener)) },
  }
  const contextBridge = {
    exposeInMainWorld: (name, value) => Object.defineProperty(window, name, { value: Object.freeze(value) }),
  }
  Object.defineProperty(window, '__ecReceive', {
    value: (channel, args) => { for (const listener of of(channel)) listener({}, ...args) },
  })
  const require = (name) => {
    if (name === 'electron') return { contextBridge, ipcRenderer }
    throw new Error('a sandboxed preload may only require electron, not ' + name)
  }
  const module = { exports: {} };
  (function (require, module, exports) {
${preload}
  })(require, module, module.exports)
})()`
