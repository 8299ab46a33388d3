import { type ChildProcess, fork } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { annoncer } from './pilotage.ts'
import { strict } from './strict.ts'

type Options = { readonly env?: NodeJS.ProcessEnv; readonly serviceName?: string; readonly stdio?: 'inherit' }

class UtilityProcess extends EventEmitter {
  readonly #child: ChildProcess

  constructor(child: ChildProcess) {
    super()
    this.#child = child
    child.on('message', (message) => this.emit('message', message))
    child.on('spawn', () => this.emit('spawn'))
    child.on('exit', (code, signal) => this.emit('exit', code ?? (signal === null ? 0 : 1)))
  }

  get pid() {
    return this.#child.pid
  }

  postMessage(message: object) {
    if (this.#child.connected) this.#child.send(message)
  }

  kill() {
    return this.#child.kill()
  }
}

export const utilityProcess = strict('utilityProcess', {
  fork: (script: string, args: string[] = [], options: Options = {}) => {
    const child = fork(script, args, {
      serialization: 'advanced',
      env: options.env,
      execArgv: ['--import', new URL('parent-port.ts', import.meta.url).href],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    if (child.pid !== undefined) annoncer({ type: 'service', pid: child.pid })
    return strict('UtilityProcess', new UtilityProcess(child))
  },
})
