import { type Arbitrary, assert, asyncProperty } from 'fast-check'
import { expect } from 'vitest'
import { codesErreur } from '#shared/erreurs/erreur.ts'
import type { Reply } from '#shared/ipc/call.ts'

/** What a series of trials saw. */
export type Constat = {
  essais: number
  acceptes: number
  refus: number
  /** Refusals that wrote something, and bugs: none, or the series fails. */
  ecrits: number
  incidents: number
  /** Milliseconds of the longest trial, and megabytes that the process had grown by at most. */
  plusLong: number
  memoire: number
}

type Epreuve<Cas> = {
  readonly nom: string
  readonly cas: Arbitrary<Cas>
  /** What is done before a trial, and is none of it. */
  readonly preparer?: (cas: Cas) => Promise<void>
  readonly tenter: (cas: Cas) => Promise<Reply<unknown>>
  /** What must not move when a trial is refused. */
  readonly temoin: () => Promise<unknown>
  /** Failures that the service noted as bugs of its own. */
  readonly incidents: readonly string[]
  /** What a failing case is told by. */
  readonly dire: (cas: Cas) => unknown
}

/** How many trials, which ones, and how many seconds at most. */
export type Mesure = { readonly nombre: number; readonly graine: number; readonly secondes?: number }

/** Megabytes that no trial may have the process grow by. */
const MEMOIRE = 1500

/**
 * Tries each case: what comes back is an answer or a code that says why not, never a bug; what is refused has written
 * nothing; and the memory stays bounded.
 */
export const eprouver = async <Cas>(
  { nom, cas, preparer, tenter, temoin, incidents, dire }: Epreuve<Cas>,
  { nombre, graine, secondes = 3600 }: Mesure,
): Promise<Constat> => {
  const constat: Constat = { ...aucun }
  const depart = process.memoryUsage.rss()
  const essai = asyncProperty(cas, async (tire) => {
    await preparer?.(tire)
    const avant = await temoin()
    const debut = performance.now()
    const reponse = await tenter(tire)
    constat.plusLong = Math.max(constat.plusLong, Math.round(performance.now() - debut))
    constat.memoire = Math.max(constat.memoire, Math.round((process.memoryUsage.rss() - depart) / 1e6))
    constat.essais += 1
    const apres = await temoin()
    if (reponse.ok) constat.acceptes += 1
    else {
      constat.refus += 1
      const { code } = reponse.erreur
      if (apres !== avant) constat.ecrits += 1
      if (code === 'interne') constat.incidents += 1
      if (code === 'interne' || !codesErreur.includes(code) || apres !== avant)
        expect([nom, dire(tire), code, apres === avant ? 'rien d’écrit' : 'écrit malgré le refus', incidents]).toEqual(
          'un code, et rien d’écrit',
        )
    }
  })
  await assert(essai, {
    numRuns: nombre,
    seed: graine,
    endOnFailure: true,
    interruptAfterTimeLimit: secondes * 1000,
    markInterruptAsFailure: false,
  })
  expect(incidents).toEqual([])
  expect({}).not.toHaveProperty('polluee')
  expect(constat.memoire).toBeLessThan(MEMOIRE)
  return constat
}

/** Two series as one. */
export const ajouter = (a: Constat, b: Constat): Constat => ({
  essais: a.essais + b.essais,
  acceptes: a.acceptes + b.acceptes,
  refus: a.refus + b.refus,
  ecrits: a.ecrits + b.ecrits,
  incidents: a.incidents + b.incidents,
  plusLong: Math.max(a.plusLong, b.plusLong),
  memoire: Math.max(a.memoire, b.memoire),
})

export const aucun: Constat = { essais: 0, acceptes: 0, refus: 0, ecrits: 0, incidents: 0, plusLong: 0, memoire: 0 }
