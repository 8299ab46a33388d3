import { z } from 'zod'
import { ErreurMetier } from '../../erreurs/erreur.ts'
import { CodeDispositifSchema, Dispositifs, Id, Jour, ligne } from '../communs.ts'
import { type CodeDispositif, codesDispositif } from '../dispositifs/index.ts'
import { aDroit, codesRole, type Droit, rolesAgent } from './roles.ts'

/** Whoever opened the coffre; `dispositifs` are those of the coffre that he may ask anything about. */
export const Agent = z.strictObject({
  /** Null for the titulaire, who is no row of the coffre: its first passphrase is his. */
  id: Id.nullable(),
  nom: ligne(120),
  role: z.enum(codesRole),
  dispositifs: z.array(CodeDispositifSchema).max(codesDispositif.length),
})
export type Agent = z.infer<typeof Agent>

/** The user of every coffre that has no other. */
export const titulaire: Agent = { id: null, nom: '', role: 'titulaire', dispositifs: [...codesDispositif] }

/** A user as he is added or changed. The dispositifs of an administrateur are kept and of no effect: he serves them all. */
export const AgentASaisir = z.strictObject({
  id: Id,
  nom: ligne(120).min(1),
  role: z.enum(rolesAgent),
  dispositifs: Dispositifs,
})
export type AgentASaisir = z.infer<typeof AgentASaisir>

/** A user as he is shown to whoever manages them. */
export const AgentDuCoffre = AgentASaisir.extend({
  /** False when his passphrase was never sealed, or is to be given again: he cannot open the coffre. */
  peutOuvrir: z.boolean(),
  revuLe: Jour,
})
export type AgentDuCoffre = z.infer<typeof AgentDuCoffre>

/** Days after which the list of users is to be looked at again (CNIL, habilitations: once a year). */
export const JOURS_REVUE = 365

/** Dispositifs whose suivis he reads: none for whoever has no business with persons. */
export const suivisVisibles = ({ role, dispositifs }: Agent): readonly CodeDispositif[] =>
  aDroit(role, 'suivi') ? dispositifs : []

/** Whether he may ask for something, of that dispositif when the call names one; what is no dispositif is for others to refuse. */
export const peutDemander = ({ role, dispositifs }: Agent, droit: Droit, dispositif?: unknown): boolean =>
  aDroit(role, droit) && !codesDispositif.some((code) => code === dispositif && !dispositifs.includes(code))

/** The same, for whoever goes no further without it. Throws `droit-absent`. */
export const exigerDroit = (agent: Agent, droit: Droit, dispositif?: unknown): void => {
  if (!peutDemander(agent, droit, dispositif)) throw new ErreurMetier('droit-absent')
}
