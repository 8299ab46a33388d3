import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'

/** Every table of a parcours, by suivi; `situation_correction` follows its situation. */
const tables = [
  'parcours_repere',
  'consentement',
  'statut_penal',
  'mesure',
  'passage',
  'situation',
  'demarche',
  'comite_decision',
  'rattachement',
  'contrat',
] as const

/**
 * Gives the parcours of a suivi about to go away to the one that takes its entretiens over. Refused when both have one, and
 * when the other is of another dispositif, whose screens must not show it.
 */
export const transmettreParcours = async (trx: Db, de: string, vers: string): Promise<void> => {
  if (!(await aUnParcours(trx, de))) return
  const suivis = await trx.selectFrom('suivi').select('dispositif').where('id', 'in', [de, vers]).execute()
  if (new Set(suivis.map((s) => s.dispositif)).size > 1)
    throw new ErreurMetier('entree-invalide', { champs: { suivi: 'sans-parcours' } })
  if (await aUnParcours(trx, vers)) throw new ErreurMetier('entree-invalide', { champs: { suivi: 'deux-parcours' } })
  for (const table of tables)
    await sql`update main.${sql.table(table)} set suivi_id = ${vers} where suivi_id = ${de}`.execute(trx)
}

const aUnParcours = async (db: Db, suiviId: string): Promise<boolean> => {
  const presents = tables.map((t) => sql`exists (select 1 from ${sql.table(t)} where suivi_id = ${suiviId})`)
  const { rows } = await sql<{ oui: number }>`select (${sql.join(presents, sql` or `)}) as oui`.execute(db)
  return rows[0]?.oui === 1
}
