import type { Db } from '#db/connection.ts'
import { lireReglages } from '#db/queries/reglages.ts'
import { roles } from '#shared/domaine/acces/roles.ts'

/** How the user of an act is named, who may have left since. */
export const nommerAgents = async (db: Db): Promise<(agent: string | null) => string> => {
  const agents = new Map((await db.selectFrom('agent').select(['id', 'nom']).execute()).map(({ id, nom }) => [id, nom]))
  const { intervenant } = await lireReglages(db)
  const titulaire = intervenant === '' ? roles.titulaire.libelle : intervenant
  return (agent) => (agent === null ? titulaire : (agents.get(agent) ?? 'Utilisateur retiré'))
}
