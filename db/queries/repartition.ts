import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { dispositifs, type CodeDispositif } from '#shared/domaine/dispositifs/index.ts'
import { placesDe } from '#shared/domaine/fusion-modalites.ts'
import { reponsesDe } from './places.ts'

/**
 * How many times each answer of a list was given in the entretiens of a year and in the suivis they belong to. For the screen
 * of the lists only: these are not the counts of a report.
 */
export const lireRepartition = async (
  db: Db,
  dispositif: CodeDispositif,
  liste: string,
  annee: number,
): Promise<{ code: string; nombre: number }[]> => {
  const places = placesDe(dispositifs[dispositif], liste).filter((p) => p.porteur !== 'genre')
  if (places.length === 0) return []
  const toutes = sql.join(
    places.map((place) => sql`select suivi, entretien, cle, code from (${reponsesDe(place, dispositif)})`),
    sql` union all `,
  )
  const { rows } = await sql<{ code: string; nombre: number }>`
    with vivants as (
      select id, suivi_id from entretien
      where supprime_le is null and date >= ${`${annee}-01-01`} and date <= ${`${annee}-12-31`})
    select code, count(*) as nombre from (${toutes})
    where iif(entretien is null, suivi in (select suivi_id from vivants), entretien in (select id from vivants))
    group by code`.execute(db)
  return rows
}
