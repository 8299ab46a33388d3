import type { Dispositif } from '../dispositif.ts'
import { isc } from './isc/index.ts'

/** Every dispositif Jalon knows. A new one is one folder here and one line below. */
export const dispositifs = { isc } as const satisfies Record<string, Dispositif>

export type CodeDispositif = keyof typeof dispositifs
export const codesDispositif = Object.keys(dispositifs) as [CodeDispositif, ...CodeDispositif[]]
