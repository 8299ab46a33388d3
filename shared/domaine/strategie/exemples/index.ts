import { aix } from './aix.ts'
import type { Exemple } from './exemple.ts'

/** Examples on offer while there is no strategy. */
export const exemples = { 'aix-en-provence': aix } as const satisfies Record<string, Exemple>

export type CodeExemple = keyof typeof exemples
export const codesExemple = Object.keys(exemples) as [CodeExemple, ...CodeExemple[]]
