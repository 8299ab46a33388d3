import type { Handlers, Reply } from '#shared/ipc/call.ts'
import { contract } from '#shared/ipc/contract.ts'
import { createRouter, type Log, type Router } from '#shared/ipc/router.ts'
import type { Context } from './context.ts'
import { handlers } from './handlers/index.ts'

/** What the service is given; the rest of a handler's context comes from the session and from each call. */
export type Outils = Omit<Context, 'db' | 'chemin'>

/** The whole data service behind one function: refuses everything but `coffre.*` while closed, and sees the user's presence. */
export const createServiceRouter = (outils: Outils, log: Log): Router => {
  const { session } = outils
  const base = { ...outils, db: session.db }
  const router = createRouter(
    contract,
    handlers as Handlers<typeof contract, Context>,
    (appel) => ({ ...base, ...appel }),
    log,
  )
  return async (feature, method, input, appel) => {
    if (feature !== 'coffre' && !session.estOuverte()) return verrouille
    // Asking for the state is what an idle window does: it is no sign of the user.
    const present = feature !== 'coffre' || method !== 'etat'
    if (present) session.presence()
    const reply = await router(feature, method, input, appel)
    if (present) session.presence()
    return reply
  }
}

const verrouille: Reply<never> = { ok: false, erreur: { code: 'verrouille' } }
