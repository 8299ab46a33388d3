import { listerAgents } from '#db/queries/agents.ts'
import { lireJournal, premiereRupture } from '#db/queries/journal.ts'
import { roles } from '#shared/domaine/acces/roles.ts'
import type { HandlersDe } from '../context.ts'

export const journal: HandlersDe<'journal'> = {
  lire: async ({ avant, combien }, { db }) => {
    const agents = new Map((await listerAgents(db())).map(({ id, nom }) => [id, nom]))
    const lignes = await lireJournal(db(), avant, combien)
    return {
      lignes: lignes.map(({ rang, le, agent, geste, objet }) => {
        const nom = agent === null ? roles.titulaire.libelle : (agents.get(agent) ?? ANCIEN)
        return { rang, le, agent, geste, objet, nom }
      }),
      rupture: avant === null ? await premiereRupture(db()) : null,
    }
  },
}

const ANCIEN = 'Utilisateur retiré'
