import { performance } from 'node:perf_hooks'
import type SQLite from 'better-sqlite3'
import { mediane, type Travail } from './harnais.ts'

/** Milliseconds of one act, medians: in its statements, in its durable commits, and in JavaScript around them. */
export type Segments = { readonly ordres: number; readonly commits: number; readonly autour: number }

/** Runs an act again and again, and says where its time goes. Every statement of the process is listened to meanwhile. */
export const decouper = async (base: SQLite.Database, travail: Travail, tours: number): Promise<Segments> => {
  const ecoute = ecouterOrdres(base)
  const mesures: Segments[] = []
  try {
    for (let tour = 0; tour < tours; tour += 1) {
      ecoute.reprendre()
      const debut = performance.now()
      await travail()
      const { ordres, commits } = ecoute.temps()
      mesures.push({ ordres, commits, autour: performance.now() - debut - ordres - commits })
    }
  } finally {
    ecoute.cesser()
  }
  const de = (segment: keyof Segments): number => mediane(mesures.map((m) => m[segment]))
  return { ordres: de('ordres'), commits: de('commits'), autour: de('autour') }
}

const METHODES = ['run', 'get', 'all'] as const
type Executer = (this: SQLite.Statement, ...args: unknown[]) => unknown

/** All statements are made on one prototype: what they take is counted there. */
const ecouterOrdres = (base: SQLite.Database) => {
  const prototype = Object.getPrototypeOf(base.prepare('select 1')) as Record<(typeof METHODES)[number], Executer>
  const origines = { ...prototype, run: prototype.run, get: prototype.get, all: prototype.all }
  const temps = { ordres: 0, commits: 0 }
  for (const methode of METHODES)
    prototype[methode] = function executer(...args) {
      const debut = performance.now()
      try {
        return origines[methode].apply(this, args)
      } finally {
        temps[this.source === 'commit' ? 'commits' : 'ordres'] += performance.now() - debut
      }
    }
  return {
    temps: () => temps,
    reprendre: () => void Object.assign(temps, { ordres: 0, commits: 0 }),
    cesser: () => void Object.assign(prototype, origines),
  }
}
