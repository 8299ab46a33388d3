import { z } from 'zod'
import { Agent, AgentASaisir, AgentDuCoffre } from '../../domaine/acces/agent.ts'
import { Id } from '../../domaine/communs.ts'
import { command, query } from '../call.ts'
import { Phrase } from './coffre.ts'

/** Users of one coffre. Each has his passphrase, and sees what his role and his dispositifs give him. */
export const acces = {
  /** Whoever opened the coffre, and whether others may. */
  moi: query(z.void(), z.strictObject({ agent: Agent, plusieurs: z.boolean() })),
  lister: query(z.void(), z.array(AgentDuCoffre)),
  /** Refused with `phrase-refusee` when the passphrase is somebody's already. */
  ajouter: command(AgentASaisir.extend({ phrase: Phrase }), z.void()),
  modifier: command(AgentASaisir, z.void()),
  retirer: command(z.strictObject({ id: Id }), z.void()),
  redonnerPhrase: command(z.strictObject({ id: Id, phrase: Phrase }), z.void()),
  /** The whole list was looked at today. */
  noterRevue: command(z.void(), z.void()),
}
