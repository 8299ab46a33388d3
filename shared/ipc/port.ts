import type { Reply } from './call.ts'
import type { Evenement } from './events.ts'
import type { Appel, Router } from './router.ts'

/** What Electron's utility process, its `parentPort` and Node's `MessagePort` have in common. */
export type Port = {
  readonly post: (message: unknown) => void
  readonly onMessage: (listener: (message: unknown) => void) => void
}

/** One end asks. Both ends may ask, and both may answer, over the same port. */
export type Connection = {
  readonly invoke: (feature: string, method: string, input: unknown, appel?: Appel) => Promise<Reply<unknown>>
  /** Answers everything pending, and whatever comes later, with `service-arrete`: the other end is dead. */
  readonly fail: () => void
}

/** Asks the other end; replies find their question again by its number, in whatever order they come. */
export const connect = (port: Port): Connection => {
  const pending = new Map<number, (reply: Reply<unknown>) => void>()
  let next = 0
  let dead = false
  port.onMessage((message) => {
    if (!isAnswer(message)) return
    pending.get(message.id)?.(message.reply)
    pending.delete(message.id)
  })
  return {
    invoke: (feature, method, input, appel = {}) => {
      if (dead) return Promise.resolve(serviceArrete)
      const { promise, resolve } = Promise.withResolvers<Reply<unknown>>()
      const id = next++
      pending.set(id, resolve)
      port.post({ id, feature, method, input, ...appel } satisfies Question)
      return promise
    },
    fail: () => {
      dead = true
      for (const resolve of pending.values()) resolve(serviceArrete)
      pending.clear()
    },
  }
}

/** Answers the other end's questions as they become ready. */
export const serve = (port: Port, router: Router): void =>
  port.onMessage((message) => {
    if (!isQuestion(message)) return
    const { id, feature, method, input, chemin } = message
    const answer = async () => {
      const reply = await router(feature, method, input, chemin === undefined ? {} : { chemin })
      port.post({ id, reply } satisfies Answer)
    }
    void answer()
  })

/** Tells the other end that something happened; nobody answers. */
export const emit = (port: Port, evenement: Evenement): void => port.post({ evenement })

/** Hears what the other end tells. */
export const listen = (port: Port, listener: (evenement: Evenement) => void): void =>
  port.onMessage((message) => {
    if (isNews(message)) listener(message.evenement)
  })

type Question = {
  readonly id: number
  readonly feature: string
  readonly method: string
  readonly input: unknown
} & Appel
type Answer = { readonly id: number; readonly reply: Reply<unknown> }

const isObject = (message: unknown): message is object => typeof message === 'object' && message !== null
const isQuestion = (message: unknown): message is Question => isObject(message) && Object.hasOwn(message, 'feature')
const isAnswer = (message: unknown): message is Answer => isObject(message) && Object.hasOwn(message, 'reply')
const isNews = (message: unknown): message is { readonly evenement: Evenement } =>
  isObject(message) && Object.hasOwn(message, 'evenement')

const serviceArrete: Reply<never> = { ok: false, erreur: { code: 'service-arrete' } }
