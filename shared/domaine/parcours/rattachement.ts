import { z } from 'zod'
import { Id } from '../communs.ts'
import { JourNote } from './jour.ts'

/**
 * The services around a suivi: the one in charge (SPIP, PJJ), and the one near home that takes over, with the day it does (a
 * mission locale for a young person). Both are partenaires of the directory, never a named agent.
 */
export const RattachementASaisir = z.strictObject({
  suiviId: Id,
  referentId: Id.nullable(),
  relaisId: Id.nullable(),
  relaisLe: JourNote.nullable(),
})
export type RattachementASaisir = z.infer<typeof RattachementASaisir>

export const Rattachement = RattachementASaisir.omit({ suiviId: true }).extend({
  referent: z.string().nullable(),
  relais: z.string().nullable(),
})
export type Rattachement = z.infer<typeof Rattachement>

export const erreursDeRattachement = (
  { relaisId, relaisLe }: Pick<RattachementASaisir, 'relaisId' | 'relaisLe'>,
  aujourdhui: string,
): Readonly<Record<string, string>> => ({
  ...(relaisLe !== null && relaisLe > aujourdhui ? { relaisLe: 'futur' } : {}),
  ...(relaisLe !== null && relaisId === null ? { relaisId: 'manquant' } : {}),
})
