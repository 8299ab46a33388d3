import { listerAgents } from '#db/queries/agents.ts'
import type { HandlersDe } from '../context.ts'

export const acces: HandlersDe<'acces'> = {
  moi: async (_, { agent, db }) => ({ agent: agent(), plusieurs: (await listerAgents(db())).length > 0 }),
  lister: (_, { session }) => session.agents.lister(),
  ajouter: (demande, { session }) => session.agents.ajouter(demande),
  modifier: (demande, { session }) => session.agents.modifier(demande),
  retirer: (demande, { session }) => session.agents.retirer(demande),
  redonnerPhrase: (demande, { session }) => session.agents.redonnerPhrase(demande),
  noterRevue: (_, { session }) => session.agents.noterRevue(),
}
