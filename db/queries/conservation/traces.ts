import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { effacerRevisions, oublierGestes } from '#db/queries/revisions/effacer.ts'

type Partis = {
  readonly suivis: readonly string[]
  readonly personnes: readonly string[]
  readonly points: readonly string[]
}

/** Rows that hold ids or names of others inside their texts: each is read, and goes when it speaks of somebody who left. */
const textes = [
  { table: 'fusion', cle: 'id', lu: ['gardee_id', 'absorbee_id', 'changements'] },
  { table: 'modalite_fusion_ligne', cle: 'cle', lu: ['cle'] },
  { table: 'revision', cle: 'rang', lu: ['cle', 'avant', 'apres'] },
  { table: 'brouillon', cle: 'id', lu: ['contenu'] },
  { table: 'reprise', cle: 'cle', lu: ['cle', 'contenu'] },
] as const

const parPersonne = [
  ['distinction', 'personne_a'],
  ['distinction', 'personne_b'],
  ['restriction', 'personne_id'],
] as const

/** Takes away what still speaks of those who leave: merges and their files as they were, drafts, declarations, households. */
export const effacerTraces = async (trx: Db, { suivis, personnes, points }: Partis): Promise<void> => {
  await effacerRevisions(trx, { personnes, suivis })
  const partis = new Set([...suivis, ...personnes, ...points])
  for (const { table, cle, lu } of textes) {
    const colonnes = sql.join(
      lu.map((c) => sql`coalesce(${sql.ref(c)}, '')`),
      sql` || ' ' || `,
    )
    const { rows } = await sql<{ cle: string | number; texte: string }>`
      select ${sql.ref(cle)} as cle, ${colonnes} as texte from main.${sql.table(table)}`.execute(trx)
    for (const ligne of rows)
      if ((ligne.texte.match(uuid) ?? []).some((id) => partis.has(id)))
        await sql`delete from main.${sql.table(table)} where ${sql.ref(cle)} = ${ligne.cle}`.execute(trx)
  }
  await oublierGestes(trx)
  const siennes = sql`(select value from json_each(${JSON.stringify(personnes)}))`
  for (const [table, colonne] of parPersonne)
    await sql`delete from main.${sql.table(table)} where ${sql.ref(colonne)} in ${siennes}`.execute(trx)
  await sql`update main.demande_droit set personne_id = null where personne_id in ${siennes}`.execute(trx)
  await dissoudreFoyers(trx, siennes)
}

/** A household left with one member is not one. */
const dissoudreFoyers = async (trx: Db, siennes: ReturnType<typeof sql>): Promise<void> => {
  const { rows } = await sql<{ foyer_id: string }>`select distinct foyer_id from main.personne
    where foyer_id is not null and id in ${siennes}`.execute(trx)
  await sql`update main.personne set foyer_id = null, lien_foyer = null where id in ${siennes}`.execute(trx)
  for (const { foyer_id: foyer } of rows) {
    const { rows: restants } = await sql`select 1 from main.personne where foyer_id = ${foyer}`.execute(trx)
    if (restants.length > 1) continue
    await sql`update main.personne set foyer_id = null, lien_foyer = null where foyer_id = ${foyer}`.execute(trx)
    await sql`delete from main.foyer where id = ${foyer}`.execute(trx)
  }
}

const uuid = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/giu
