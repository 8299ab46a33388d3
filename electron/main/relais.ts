import { setTimeout as attendre } from 'node:timers/promises'
import { coffre } from '#shared/ipc/contract/coffre.ts'
import type { Connection } from '#shared/ipc/port.ts'
import type { Service } from './service.ts'

export type Relais = {
  readonly invoke: Connection['invoke']
  /** Whether this service is the one that answers. */
  readonly sert: (service: Service) => boolean
  /** Starts another in place of one that died. */
  readonly remplacer: () => void
  /**
   * Once the coffre is closed, another process answers and the former one ends: all that it had read, names and passphrase,
   * goes away with its memory, which JavaScript cannot erase. Not while it works, nor if the coffre was opened again.
   */
  readonly renouveler: () => Promise<void>
  readonly arreter: Service['stop']
}

/** The one data service that answers, whichever process it is. */
export const createRelais = (demarrer: () => Service): Relais => {
  let service = demarrer()
  let enCours = 0
  return {
    invoke: async (...question) => {
      enCours += 1
      try {
        return await service.invoke(...question)
      } finally {
        enCours -= 1
      }
    },
    sert: (autre) => autre === service,
    remplacer: () => {
      service = demarrer()
    },
    renouveler: async () => {
      const ancien = service
      for (let pas = 0; pas < PATIENCE; pas += 1) {
        if (enCours === 0 && !(await estFermee(ancien))) return
        if (ancien !== service) return
        // Asked of the former one in the meantime: it answers first.
        if (enCours === 0) break
        await attendre(PAUSE)
      }
      if (enCours > 0) return
      service = demarrer()
      await ancien.stop(0)
    },
    arreter: (delai) => service.stop(delai),
  }
}

/** Milliseconds between two looks at the work that a lock lets end, and how many of them. */
const PAUSE = 50
const PATIENCE = 1200

const estFermee = async (ancien: Service): Promise<boolean> => {
  const reponse = await ancien.invoke('coffre', 'etat', undefined)
  if (!reponse.ok) return false
  const { etat, essai } = coffre.etat.output.parse(reponse.value)
  // The invented coffre is known to the process that made it alone, and holds nobody.
  if (etat === 'ouvert' || essai) return false
  // Closed already; in its turn, this is answered once the files are. Never asked of one that was opened again.
  await ancien.invoke('coffre', 'verrouiller', undefined)
  return true
}
