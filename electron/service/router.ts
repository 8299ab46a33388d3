import { traduireRefus } from '#db/cloison.ts'
import { traduirePanne } from '#db/panne.ts'
import { peutDemander } from '#shared/domaine/acces/agent.ts'
import { droitDe } from '#shared/domaine/acces/droits-du-contrat.ts'
import type { CodeErreur } from '#shared/erreurs/erreur.ts'
import type { Reply } from '#shared/ipc/call.ts'
import { contract } from '#shared/ipc/contract.ts'
import { createRouter, type Log, type Router } from '#shared/ipc/router.ts'
import type { Context } from './context.ts'
import { handlers } from './handlers/index.ts'
import { journaliser } from './journaliser.ts'

/** What the service is given; the rest of a handler's context comes from the session and from each call. */
export type Outils = Omit<Context, 'db' | 'agent' | 'chemin'>

/**
 * The whole data service behind one function. While the coffre is closed, refuses all but what serves to open it; once it is
 * open, all that whoever opened it has no right to, whatever his window asks. Sees the user's presence.
 */
export const createServiceRouter = (outils: Outils, log: Log): Router => {
  const { session } = outils
  const base = { ...outils, db: session.db, agent: session.agent }
  const router = createRouter<typeof contract, Context>(
    contract,
    handlers,
    (appel) => ({ ...base, ...appel }),
    log,
    (error) => traduirePanne(traduireRefus(error)),
  )
  return async (feature, method, input, appel) => {
    const droit = droitDe(feature, method)
    if (droit !== 'ouverture') {
      if (!session.estOuverte()) return refuser('verrouille')
      if (droit !== undefined && !peutDemander(session.agent(), droit, dispositifDe(input)))
        return refuser('droit-absent')
    }
    const appeler = () => journaliser(base, feature, method, input, () => router(feature, method, input, appel))
    if (!enOrdre.has(feature)) return session.pendant(appeler)
    // Asking for the state is what an idle window does: it is no sign of the user.
    if (method !== 'etat') session.presence()
    return appeler()
  }
}

/** What the session does one at a time, locking included: the lock must not wait for what waits for it. */
const enOrdre: ReadonlySet<unknown> = new Set(['coffre', 'restauration', 'acces'])

/** The dispositif that a call names, before its input is validated. */
const dispositifDe = (input: unknown): unknown =>
  typeof input === 'object' && input !== null && 'dispositif' in input ? input.dispositif : undefined

const refuser = (code: CodeErreur): Reply<never> => ({ ok: false, erreur: { code } })
