import { EventEmitter } from 'node:events'
import { closeBrowsers } from './chromium.ts'
import { strict } from './strict.ts'

type Manifest = { readonly name: string; readonly version: string }

const ready = Promise.withResolvers<void>()
const paths = new Map<string, string>()
let manifest: Manifest = { name: '', version: '' }

class App extends EventEmitter {
  readonly isPackaged = false

  whenReady() {
    return ready.promise
  }

  getPath(name: string) {
    const path = paths.get(name)
    if (path === undefined) throw new Error(`electron-chromium: app.getPath('${name}') was never set`)
    return path
  }

  setPath(name: string, path: string) {
    paths.set(name, path)
  }

  getVersion() {
    return manifest.version
  }

  /** Chromium's own sandbox is always on here, but for root, whom it refuses. */
  enableSandbox() {}

  /** Several may run here at once: tests do. */
  requestSingleInstanceLock() {
    return true
  }

  quit() {
    let prevented = false
    this.emit('before-quit', { preventDefault: () => (prevented = true) })
    if (prevented) return
    this.emit('will-quit', { preventDefault: () => undefined })
    this.exit(0)
  }

  exit(code = 0) {
    const leave = async () => {
      await closeBrowsers()
      process.exit(code)
    }
    void leave()
  }
}

export const app = strict('app', new App())

/** Reads who the application is; the function it returns says `ready`. */
export const prepareApp = (read: Manifest): (() => void) => {
  manifest = read
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit())
  process.on('disconnect', () => app.exit(0))
  return () => {
    ready.resolve()
    app.emit('ready')
  }
}
