import type { Db } from '#db/connection.ts'
import type { Agent } from '#shared/domaine/acces/agent.ts'
import type { Handlers } from '#shared/ipc/call.ts'
import type { contract } from '#shared/ipc/contract.ts'
import type { Session } from './coffre/session.ts'
import type { Atelier } from './secret/atelier.ts'

/** What a handler may use. Nothing else reaches the outside: time, printing and events are passed in. */
export type Context = {
  readonly session: Session
  /** The open database. Throws `verrouille` while the coffre is closed. */
  readonly db: () => Db
  /** Whoever opened the coffre. Throws `verrouille` while it is closed. */
  readonly agent: () => Agent
  readonly maintenant: () => Date
  /** Prints a whole HTML document to a tagged A4 PDF. Throws `pdf-indisponible`. */
  readonly imprimer: (html: string) => Promise<Uint8Array>
  /** Where releases are protected and attacked, off this thread. */
  readonly atelier: Atelier
  /** Tells the window how far a long task is. */
  readonly progression: (etape: string, fait: number, total: number) => void
  /** The invented coffre of who tries Jalon, where a window may ask for it; `enCours` when this context is its own. */
  readonly essai?: {
    readonly enCours: boolean
    readonly commencer: () => Promise<void>
    readonly quitter: () => Promise<void>
  }
  /** Tells the window of an act that wrote something. */
  readonly surGeste?: (geste: { readonly id: string; readonly nom: string; readonly annulable: boolean }) => void
  /** Shows a file in its folder, by the system's own window; absent where there is none. */
  readonly montrer?: (chemin: string) => Promise<void>
  /** The path chosen by the user in the native dialog, for the calls that declare one. */
  readonly chemin?: string
}

/** Handlers of one feature of the contract. */
export type HandlersDe<F extends keyof typeof contract> = Handlers<typeof contract, Context>[F]
