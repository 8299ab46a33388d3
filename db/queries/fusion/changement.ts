import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '#db/connection.ts'

/** The tables that a merge writes, and the columns that tell a row of each. */
export const cles = {
  personne: ['id'],
  foyer: ['id'],
  participation: ['suivi_id', 'personne_id'],
  presence: ['entretien_id', 'personne_id'],
  accueil: ['suivi_id'],
  reperage: ['suivi_id'],
  remise_notice: ['suivi_id', 'personne_id'],
  point_nominatif: ['id'],
  demande_droit: ['id'],
  restriction: ['id'],
  brouillon: ['id'],
  distinction: ['personne_a', 'personne_b'],
} as const
type Table = keyof typeof cles

export const Ligne = z.record(z.string(), z.union([z.string(), z.number(), z.null()]))
export type Ligne = z.infer<typeof Ligne>

/** One row as it was and as a merge left it; null where there was none, or is none any more. */
export const Changement = z.strictObject({
  table: z.enum(Object.keys(cles) as [Table, ...Table[]]),
  avant: Ligne.nullable(),
  apres: Ligne.nullable(),
})
export type Changement = z.infer<typeof Changement>

/** The other way round, to be applied from the last to the first. */
export const inverser = (changements: readonly Changement[]): readonly Changement[] =>
  changements.map(({ table, avant, apres }) => ({ table, avant: apres, apres: avant })).toReversed()

/** Writes a row as it must become. */
export const appliquer = async (trx: Db, { table, avant, apres }: Changement): Promise<void> => {
  if (avant !== null && apres !== null && memeCle(table, avant, apres)) {
    const valeurs = Object.entries(apres).map(([colonne, valeur]) => sql`${sql.ref(colonne)} = ${valeur}`)
    await sql`update main.${sql.table(table)} set ${sql.join(valeurs)} where ${estLa(table, avant)}`.execute(trx)
    return
  }
  if (avant !== null) await sql`delete from main.${sql.table(table)} where ${estLa(table, avant)}`.execute(trx)
  if (apres === null) return
  const colonnes = Object.keys(apres).map((colonne) => sql.ref(colonne))
  await sql`insert into main.${sql.table(table)} (${sql.join(colonnes)}) values (${sql.join(Object.values(apres))})`.execute(
    trx,
  )
}

/** Whether the row is still as this change left it, whenever it was last saved. */
export const estIntact = async (trx: Db, { table, avant, apres }: Changement): Promise<boolean> => {
  const temoin = apres ?? avant
  if (temoin === null) return true
  const { rows } = await sql<Ligne>`select * from ${sql.table(table)} where ${estLa(table, temoin)}`.execute(trx)
  const lue = rows[0] ?? null
  return lue === null || apres === null ? lue === apres : canonique(lue) === canonique(apres)
}

/** Rows of a table, as stored. */
export const lireLignes = async (trx: Db, table: Table, colonne: string, valeur: string): Promise<readonly Ligne[]> =>
  (await sql<Ligne>`select * from ${sql.table(table)} where ${sql.ref(colonne)} = ${valeur}`.execute(trx)).rows

const estLa = (table: Table, ligne: Ligne) =>
  sql.join(
    cles[table].map((colonne) => sql`${sql.ref(colonne)} = ${ligne[colonne]}`),
    sql` and `,
  )

const memeCle = (table: Table, a: Ligne, b: Ligne): boolean => cles[table].every((colonne) => a[colonne] === b[colonne])

const canonique = (ligne: Ligne): string =>
  JSON.stringify(
    Object.entries(ligne)
      .filter(([colonne]) => colonne !== 'modifie_le')
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  )
