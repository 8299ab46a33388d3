import { z } from 'zod'
import { Code, Jour } from '../communs.ts'

/**
 * Statement, once per dispositif, that the post needs the judicial frame (« strictement nécessaire », art. 46, loi 78-17):
 * without it no statut and no mesure may be noted. `par` is the function of who decided it, usually the DPO.
 */
export const Necessite = z.strictObject({ declareeLe: Jour, par: Code })
export type Necessite = z.infer<typeof Necessite>
