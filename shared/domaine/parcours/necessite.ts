import { z } from 'zod'
import { Code } from '../communs.ts'
import { JourNote } from './jour.ts'

/**
 * Statement, once per dispositif, that the post needs the judicial frame (« strictement nécessaire », art. 46, loi 78-17):
 * without it no statut and no mesure may be noted. `par` is the function of who decided it, usually the DPO.
 */
export const Necessite = z.strictObject({ declareeLe: JourNote, par: Code })
export type Necessite = z.infer<typeof Necessite>
