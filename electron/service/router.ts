import type { Reply } from '#shared/ipc/call.ts'
import { contract } from '#shared/ipc/contract.ts'
import { createRouter, type Log, type Router } from '#shared/ipc/router.ts'
import type { Context } from './context.ts'
import { handlers } from './handlers/index.ts'

/** What the service is given; the rest of a handler's context comes from the session and from each call. */
export type Outils = Omit<Context, 'db' | 'chemin'>

/** The whole data service behind one function: refuses everything but `coffre.*` and `restauration.*` while closed, and sees the user's presence. */
export const createServiceRouter = (outils: Outils, log: Log): Router => {
  const { session } = outils
  const base = { ...outils, db: session.db }
  const router = createRouter<typeof contract, Context>(contract, handlers, (appel) => ({ ...base, ...appel }), log)
  return async (feature, method, input, appel) => {
    if (feature !== 'coffre' && feature !== 'restauration') {
      if (!session.estOuverte()) return verrouille
      return session.pendant(() => router(feature, method, input, appel))
    }
    // Asking for the state is what an idle window does: it is no sign of the user.
    if (method !== 'etat') session.presence()
    return router(feature, method, input, appel)
  }
}

const verrouille: Reply<never> = { ok: false, erreur: { code: 'verrouille' } }
