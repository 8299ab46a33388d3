import { z } from 'zod'
import { Id, Jour, ligne } from '../communs.ts'

/**
 * Where a suivi belongs: the commune, the SPIP or PJJ service in charge, and for a young person the mission locale of
 * attachment, then the one near home that takes over. Services are partenaires of the directory, never a named agent.
 */
export const RattachementASaisir = z.strictObject({
  suiviId: Id,
  commune: ligne(80).nullable(),
  referentId: Id.nullable(),
  missionLocaleId: Id.nullable(),
  missionLocaleRelaisId: Id.nullable(),
  /** Day of the hand-over. */
  relaisLe: Jour.nullable(),
})
export type RattachementASaisir = z.infer<typeof RattachementASaisir>

export const Rattachement = RattachementASaisir.omit({ suiviId: true }).extend({
  referent: z.string().nullable(),
  missionLocale: z.string().nullable(),
  missionLocaleRelais: z.string().nullable(),
})
export type Rattachement = z.infer<typeof Rattachement>

export const erreursDeRattachement = (
  { missionLocaleRelaisId, relaisLe }: RattachementASaisir,
  aujourdhui: string,
): Readonly<Record<string, string>> => ({
  ...(relaisLe !== null && relaisLe > aujourdhui ? { relaisLe: 'futur' } : {}),
  ...(relaisLe !== null && missionLocaleRelaisId === null ? { missionLocaleRelaisId: 'manquant' } : {}),
})

/** Contracts of a mission locale: engagement jeune, PACEA (L5131-4, code du travail), or projet personnalisé d'accès à l'emploi. */
export const typesContrat = ['cej', 'pacea', 'ppae', 'autre'] as const
export const TypeContrat = z.enum(typesContrat)
export type TypeContrat = z.infer<typeof TypeContrat>

export const libellesTypeContrat: Readonly<Record<TypeContrat, string>> = {
  cej: 'Contrat d’engagement jeune (CEJ)',
  pacea: 'PACEA',
  ppae: 'PPAE',
  autre: 'Autre contrat',
}

export const Contrat = z.strictObject({ id: Id, type: TypeContrat, du: Jour, au: Jour.nullable() })
export type Contrat = z.infer<typeof Contrat>

export const ContratASaisir = Contrat.extend({ suiviId: Id })
export type ContratASaisir = z.infer<typeof ContratASaisir>

/** `au` may be the end announced. */
export const erreursDeContrat = ({ du, au }: Pick<Contrat, 'du' | 'au'>): Readonly<Record<string, string>> =>
  au !== null && au < du ? { au: 'avant-debut' } : {}
