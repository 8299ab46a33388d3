import { z } from 'zod'
import { Id } from '../communs.ts'
import { JourNote } from './jour.ts'

/** Contracts of a mission locale: engagement jeune, PACEA (L5131-4, code du travail), projet personnalisé d'accès à l'emploi. */
export const typesContrat = ['cej', 'pacea', 'ppae', 'autre'] as const
export const TypeContrat = z.enum(typesContrat)
export type TypeContrat = z.infer<typeof TypeContrat>

export const libellesTypeContrat: Readonly<Record<TypeContrat, string>> = {
  cej: 'Contrat d’engagement jeune (CEJ)',
  pacea: 'PACEA',
  ppae: 'PPAE',
  autre: 'Autre contrat',
}

/** One contract; `au` may be the end announced. The missions locales themselves are declared questions of the dispositif. */
export const Contrat = z.strictObject({ id: Id, type: TypeContrat, du: JourNote, au: JourNote.nullable() })
export type Contrat = z.infer<typeof Contrat>

export const ContratASaisir = Contrat.extend({ suiviId: Id })
export type ContratASaisir = z.infer<typeof ContratASaisir>

export const erreursDeContrat = ({ du, au }: Pick<Contrat, 'du' | 'au'>): Readonly<Record<string, string>> =>
  au !== null && au < du ? { au: 'avant-debut' } : {}
