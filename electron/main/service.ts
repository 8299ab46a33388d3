import { type ForkOptions, utilityProcess, type UtilityProcess } from 'electron'
import type { Evenement } from '#shared/ipc/events.ts'
import { connect, type Connection, listen, type Port, serve } from '#shared/ipc/port.ts'
import { principal } from '#shared/ipc/principal.ts'
import { createRouter } from '#shared/ipc/router.ts'
import { handlers } from './handlers.ts'

export type Service = {
  readonly invoke: Connection['invoke']
  /** Lets the coffre close, then ends the process; after `delai` milliseconds it ends anyway. */
  readonly stop: (delai: number) => Promise<void>
  /** Resolves with the exit code, however the process ends. */
  readonly ended: Promise<number>
}

/** Starts the data service in its own process, answers its questions, and passes on what it tells. */
export const startService = (
  script: string,
  args: readonly string[],
  options: { readonly env: Readonly<Record<string, string>>; readonly onEvent: (evenement: Evenement) => void },
): Service => {
  const child = utilityProcess.fork(script, [...args], forkOptions(options.env))
  const port = versPort(child)
  const { invoke, fail } = connect(port)
  serve(
    port,
    createRouter(principal, handlers, (appel) => appel, reportIncident),
  )
  listen(port, options.onEvent)
  const { promise: ended, resolve } = Promise.withResolvers<number>()
  child.on('exit', (code) => {
    fail()
    resolve(code)
  })
  return {
    invoke,
    ended,
    stop: async (delai) => {
      await Promise.race([invoke('coffre', 'verrouiller', undefined), new Promise((done) => setTimeout(done, delai))])
      child.kill()
      await ended
    },
  }
}

const forkOptions = (env: Readonly<Record<string, string>>): ForkOptions => ({
  serviceName: 'Jalon données',
  env: { ...env },
  stdio: 'inherit',
})

/** The few variables the service needs: where temporary files go, the clock's zone, the language. */
export const serviceEnv = (
  env: Readonly<Record<string, string | undefined>>,
  names: readonly string[] = [],
): Record<string, string> =>
  Object.fromEntries(
    [...passed, ...names].flatMap((name) => {
      const value = env[name]
      return value === undefined ? [] : [[name, value]]
    }),
  )

const passed = ['SystemRoot', 'TEMP', 'TMP', 'TMPDIR', 'HOME', 'USERPROFILE', 'TZ', 'LANG', 'LC_ALL'] as const

const versPort = (child: UtilityProcess): Port => ({
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process, not a window: it has no origin
  post: (message) => child.postMessage(message),
  onMessage: (listener) => void child.on('message', listener),
})

const reportIncident = ({ appel, erreur }: { readonly appel: string; readonly erreur: string }) =>
  void process.stderr.write(`${appel} : ${erreur}\n`)
