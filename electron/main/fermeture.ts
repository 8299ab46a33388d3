import { setTimeout as attendre } from 'node:timers/promises'
import type { Evenement } from '#shared/ipc/events.ts'
import type { Connection } from '#shared/ipc/port.ts'

type Invoke = Connection['invoke']

export type Fermeture = {
  /** What the window asks, on its way to the service. */
  readonly relayer: Invoke
  readonly refermer: () => Promise<void>
}

/**
 * Closes the coffre without losing a key: the window is told first, writes what is being typed and locks; one that does not
 * answer in time is not waited for.
 */
export const createFermeture = (tell: (evenement: Evenement) => void, invoke: Invoke): Fermeture => {
  let repondu = Promise.withResolvers<boolean>()
  return {
    // Asked is enough: the service closes once, however long its last work takes, and may be opened again meanwhile.
    relayer: (feature, method, input, appel) => {
      if (feature === 'coffre' && method === 'verrouiller') repondu.resolve(true)
      return invoke(feature, method, input, appel)
    },
    refermer: async () => {
      repondu = Promise.withResolvers()
      tell({ nom: 'fermeture', donnees: {} })
      if (!(await Promise.race([repondu.promise, attendre(delaiFenetre, false)])))
        await invoke('coffre', 'verrouiller', undefined)
    },
  }
}

/** Milliseconds left to the window to write: a draft is one small call. */
const delaiFenetre = 1500
