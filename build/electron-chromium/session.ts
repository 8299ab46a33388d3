import { EventEmitter } from 'node:events'
import type { BrowserContext, Route } from 'playwright-core'
import { toApp } from './addresses.ts'
import { openHidden, openVisible } from './chromium.ts'
import { strict } from './strict.ts'

type Handler = (request: Request) => Response | Promise<Response>
type BeforeRequest = (details: { url: string }, decide: (verdict: { cancel?: boolean }) => void) => void
/** Says whether a navigation may start: main's `will-navigate` and `will-frame-navigate`. */
export type Guard = (route: Route) => boolean

class Session extends EventEmitter {
  readonly protocol = strict('session.protocol', {
    handle: (scheme: string, handler: Handler) => void internals(this).handlers.set(scheme, handler),
  })

  readonly webRequest = strict('session.webRequest', {
    onBeforeRequest: (listener: BeforeRequest) => void (internals(this).beforeRequest = listener),
  })

  // Chromium is started without any permission, spelling dictionary nor download: there is nothing to ask main.
  setPermissionRequestHandler() {}
  setPermissionCheckHandler() {}
  setDevicePermissionHandler() {}
  setSpellCheckerEnabled() {}
}
export type { Session }

type Internals = {
  readonly handlers: Map<string, Handler>
  beforeRequest?: BeforeRequest
  context?: Promise<BrowserContext>
  guard?: Guard
}
const hidden = new WeakMap<Session, Internals>()
const internals = (session: Session): Internals => {
  const known = hidden.get(session) ?? { handlers: new Map() }
  hidden.set(session, known)
  return known
}

const partitions = new Map<string, Session>()
export const session = strict('session', {
  fromPartition: (partition: string): Session => {
    const known = partitions.get(partition) ?? new Session()
    partitions.set(partition, known)
    return known
  },
})

/** The Chromium of that session, started at its first page; every request goes through the session's rules. */
export const contextOf = (owner: Session, javascript: boolean, guard: Guard): Promise<BrowserContext> => {
  const inside = internals(owner)
  inside.guard = guard
  inside.context ??= open(inside, javascript)
  return inside.context
}

const open = async (inside: Internals, javascript: boolean): Promise<BrowserContext> => {
  const context = await (javascript ? openVisible() : openHidden())
  await context.route('**/*', (route) => answer(inside, route))
  return context
}

const answer = async (inside: Internals, route: Route): Promise<void> => {
  const request = route.request()
  const url = toApp(request.url())
  // Aborted, not failed: the page stays where it is, as when main prevents the event.
  if (request.isNavigationRequest() && inside.guard?.(route) === false) return route.abort('aborted')
  const handler = inside.handlers.get(new URL(url).protocol.slice(0, -1))
  if (handler === undefined || (await isCancelled(inside, url))) return route.abort('blockedbyclient')
  const response = await handler(new Request(url, { method: request.method() }))
  await route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  })
}

const isCancelled = async ({ beforeRequest }: Internals, url: string): Promise<boolean> => {
  if (beforeRequest === undefined) return false
  const verdict = await new Promise<{ cancel?: boolean }>((decide) => beforeRequest({ url }, decide))
  return verdict.cancel === true
}
