import type { Selectable } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { Database } from '#db/schema.ts'
import { entier } from '#db/cloison.ts'
import type { Agent, AgentASaisir } from '#shared/domaine/acces/agent.ts'
import { roles } from '#shared/domaine/acces/roles.ts'
import { Dispositifs } from '#shared/domaine/communs.ts'
import { type CodeDispositif, codesDispositif } from '#shared/domaine/dispositifs/index.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { jourLocal } from '#shared/utils/dates.ts'
import { lireReglages } from './reglages.ts'

export type AgentInscrit = AgentASaisir & { readonly revuLe: string }

/** Users who may still open the coffre, in the order they were added. */
export const listerAgents = async (db: Db): Promise<AgentInscrit[]> =>
  (
    await db.selectFrom('agent').selectAll().where('retire_le', 'is', null).orderBy('cree_le').orderBy('id').execute()
  ).map(versAgent)

/**
 * The user of that id as he may act now: of what he was given, the dispositifs that the coffre still uses. Nothing for one
 * who was removed, or who never was of this coffre.
 */
export const lireAgent = async (db: Db, id: string): Promise<Agent | undefined> => {
  const inscrit = await chercher(db, id)
  if (inscrit === undefined) return undefined
  const { nom, role } = inscrit
  if (roles[role].partout) return { id, nom, role, dispositifs: [...codesDispositif] }
  const { dispositifs } = await lireReglages(entier(db))
  return { id, nom, role, dispositifs: dispositifs.filter((code) => inscrit.dispositifs.includes(code)) }
}

/** Adds a user, or changes one. One who was removed does not come back: his id was told, his passphrase with it. */
export const enregistrerAgent = async (db: Db, { id, ...agent }: AgentASaisir, maintenant: Date): Promise<void> => {
  const colonnes = { ...agent, dispositifs: JSON.stringify(agent.dispositifs) }
  const avant = await db.selectFrom('agent').select('retire_le').where('id', '=', id).executeTakeFirst()
  if (avant !== undefined && avant.retire_le !== null) throw new ErreurMetier('introuvable')
  await db
    .insertInto('agent')
    .values({ id, ...colonnes, cree_le: maintenant.toISOString(), revu_le: jourLocal(maintenant) })
    .onConflict((oc) => oc.column('id').doUpdateSet(colonnes))
    .execute()
}

export const retirerAgent = async (db: Db, id: string, maintenant: Date): Promise<void> => {
  await exigerAgent(db, id)
  await db.updateTable('agent').set({ retire_le: maintenant.toISOString() }).where('id', '=', id).execute()
}

/** Throws `introuvable` for one who is not, or no longer, a user of this coffre. */
export const exigerAgent = async (db: Db, id: string): Promise<AgentInscrit> => {
  const inscrit = await chercher(db, id)
  if (inscrit === undefined) throw new ErreurMetier('introuvable')
  return inscrit
}

/** The whole list was looked at, and every one still needs what he may do. */
export const noterRevue = async (db: Db, maintenant: Date): Promise<void> => {
  await db
    .updateTable('agent')
    .set({ revu_le: jourLocal(maintenant) })
    .where('retire_le', 'is', null)
    .execute()
}

/** Shows a user another of his dispositifs, and nobody else. */
export const montrerDispositif = async (db: Db, id: string, dispositif: CodeDispositif): Promise<void> => {
  await db.updateTable('agent').set({ dispositif }).where('id', '=', id).execute()
}

const chercher = async (db: Db, id: string): Promise<AgentInscrit | undefined> => {
  const lu = await db
    .selectFrom('agent')
    .selectAll()
    .where('id', '=', id)
    .where('retire_le', 'is', null)
    .executeTakeFirst()
  return lu === undefined ? undefined : versAgent(lu)
}

const versAgent = ({ id, nom, role, dispositifs, revu_le }: Selectable<Database['agent']>): AgentInscrit => ({
  id,
  nom,
  role,
  dispositifs: Dispositifs.parse(JSON.parse(dispositifs)),
  revuLe: revu_le,
})
