import type { Dispositif } from '../dispositif.ts'
import { cvp } from './cvp/index.ts'
import { coordination } from './coordination/index.ts'
import { isc } from './isc/index.ts'
import { missionLocale } from './mission-locale/index.ts'
import { tig } from './tig/index.ts'

/** Every dispositif Jalon knows. A new one is one folder here and one line below. */
export const dispositifs = { isc, cvp, 'mission-locale': missionLocale, tig, coordination } as const satisfies Record<
  string,
  Dispositif
>

export type CodeDispositif = keyof typeof dispositifs
export const codesDispositif = Object.keys(dispositifs) as [CodeDispositif, ...CodeDispositif[]]
